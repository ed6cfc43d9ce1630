package io.github.mailgunreactor.simulator.internal.suppressions;

import io.github.mailgunreactor.simulator.internal.http.Parameters;
import java.time.Instant;
import java.util.NavigableMap;

/** The complaints about a domain. */
public final class ComplaintsOperations extends SuppressionListOperations<Suppressions.Complaint> {

    public ComplaintsOperations() {
        super(new Words(
                "complaints",
                "address",
                "Address has been added to the complaints table",
                "complaint addresses have been added to the complaints table",
                "Spam complaint has been removed",
                "Complaint addresses for this domain have been removed",
                "No spam complaints found for this address",
                "No spam complaints found for this address",
                false));
    }

    @Override
    NavigableMap<String, Suppressions.Complaint> rows(Suppressions suppressions) {
        return suppressions.complaints();
    }

    @Override
    String key(Suppressions.Complaint row) {
        return row.address();
    }

    @Override
    Suppressions.Complaint row(Parameters sent, Instant now) {
        return new Suppressions.Complaint(address(sent), createdAt(sent, now));
    }
}
