package io.github.mailgunreactor.simulator.internal.lists;

import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.messages.MailAddress;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The mailing lists of an account in a region, in the order of their addresses. */
public final class MailingLists {
    private final NavigableMap<String, MailingListState> byAddress = new TreeMap<>();

    static MailingLists of(SimulatedRequest request) {
        return request.regional(MailingLists.class, MailingLists::new);
    }

    /** The list that an account has under an address in a region, or {@code null}. */
    public static @Nullable MailingListState find(SimulatorState state, String account, String region, String address) {
        var owner = state.account(account);
        return owner == null
                ? null
                : owner.inRegion(region)
                        .get(MailingLists.class, MailingLists::new)
                        .byAddress
                        .get(key(address));
    }

    NavigableMap<String, MailingListState> byAddress() {
        return byAddress;
    }

    /** The list that the path names; refuses one that is not there. */
    static MailingListState named(SimulatedRequest request) {
        return named(request, "Mailing list %s not found");
    }

    /** The list that the path names; refuses one that is not there, in the words of the operation. */
    static MailingListState named(SimulatedRequest request, String words) {
        String address = request.path("list_address");
        return Refusal.requireNonNull(of(request).byAddress.get(key(address)), 404, words.formatted(address));
    }

    static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    /** An address as it is sent, also with a display name; refuses what is none. */
    static MailAddress address(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            throw new Refusal(400, "Missing mandatory parameter: address");
        }
        MailAddress address = MailAddress.parse(sent);
        if (address == null) {
            throw new Refusal(400, "address parameter is not a valid address. please check documentation");
        }
        return address;
    }
}
