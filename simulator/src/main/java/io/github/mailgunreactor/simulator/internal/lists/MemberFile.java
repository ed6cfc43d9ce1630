package io.github.mailgunreactor.simulator.internal.lists;

import io.github.mailgunreactor.simulator.internal.http.FileSink;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.lists.MailingListState.Member;
import io.github.mailgunreactor.simulator.internal.messages.MailAddress;
import io.github.mailgunreactor.simulator.internal.suppressions.CsvImport;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes the rows of an uploaded file of members as they arrive. */
final class MemberFile implements FileSink {
    private static final int MOST_BYTES = 5 << 20;

    private final List<Parameters> rows = new ArrayList<>();
    private final CsvImport csv = new CsvImport("members", rows::add);
    private final List<String> unusable = new ArrayList<>();
    private long bytes;

    @Override
    public void receive(String field, String fileName, ByteBuffer chunk, boolean last) {
        bytes += chunk.remaining();
        if (bytes <= MOST_BYTES) {
            csv.receive(field, fileName, chunk, last);
        }
    }

    /**
     * The members of the file; one that cannot be is passed over.
     *
     * @param subscribed where a row does not say
     */
    List<Member> members(boolean subscribed) {
        Refusal.where(bytes > MOST_BYTES, 400, "CSV file is too big, max allowed size is 5 MB");
        Refusal.where(!csv.hasColumn("address"), 400, "while reading csv header");
        List<Member> members = new ArrayList<>(rows.size());
        for (Parameters row : rows) {
            try {
                MailAddress address = MailingLists.address(row.first("address"));
                members.add(MemberUpload.fromForm(
                        row, new Member(address.address(), address.name(), Map.of(), subscribed)));
            } catch (Refusal noMember) {
                // Mailgun works a file off in the background and tells of such rows in events only.
                unusable.add(String.valueOf(row.first("address")));
            }
        }
        return members;
    }

    /** The rows that {@link #members} passed over. */
    List<String> unusable() {
        return unusable;
    }
}
