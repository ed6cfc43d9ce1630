package io.github.mailgunreactor.simulator.internal.lists;

import io.github.mailgunreactor.simulator.internal.lists.MailingListState.Member;
import io.github.mailgunreactor.simulator.internal.messages.Mail;
import io.github.mailgunreactor.simulator.internal.messages.MailAddress;
import io.github.mailgunreactor.simulator.internal.messages.MailDelivery;
import io.github.mailgunreactor.simulator.internal.messages.RecipientExpansion;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends what comes to the address of a mailing list on to its subscribed members, in messages of at most 1000 copies. */
public final class ListDistribution implements RecipientExpansion {
    private static final int MOST_COPIES = 1000;

    @Override
    public boolean takes(SimulatorState state, Mail mail, MailAddress recipient) {
        MailingListState list = MailingLists.find(state, mail.account(), mail.region(), recipient.address());
        // A list among the members of a list is an address like any other: two that name each other would never end.
        if (list == null || mail.recipients().list() != null) {
            return false;
        }
        distribute(state, mail, list);
        return true;
    }

    @Override
    public void unsubscribe(SimulatorState state, Mail mail, MailAddress recipient) {
        String address = mail.recipients().list();
        MailingListState list =
                address == null ? null : MailingLists.find(state, mail.account(), mail.region(), address);
        if (list != null) {
            list.unsubscribe(recipient.address());
        }
    }

    /** Sends a message to the subscribed members of a list. */
    public static void distribute(SimulatorState state, Mail mail, MailingListState list) {
        Map<String, List<String>> headers = new LinkedHashMap<>(mail.content().headers());
        if (list.repliesToList()) {
            headers.put("Reply-To", List.of(list.address()));
        }
        Mail.Content content = mail.content().withHeaders(headers);
        List<Member> copies = new ArrayList<>();
        for (Member member : list.members().values()) {
            if (member.subscribed()) {
                copies.add(member);
            }
            if (copies.size() == MOST_COPIES) {
                send(state, mail, content, list, copies);
                copies.clear();
            }
        }
        if (!copies.isEmpty()) {
            send(state, mail, content, list, copies);
        }
    }

    private static void send(
            SimulatorState state, Mail mail, Mail.Content content, MailingListState list, List<Member> members) {
        List<MailAddress> to = new ArrayList<>(members.size());
        Map<String, Map<String, Object>> variables = new LinkedHashMap<>();
        for (Member member : members) {
            MailAddress address = MailAddress.of(member.name(), member.address());
            to.add(address);
            variables.put(address.key(), member.vars());
        }
        new MailDelivery(state)
                .accept(mail.toList(
                        "Aw" + state.randomHex(32),
                        new Mail.Recipients(to, List.of(), List.of(), variables, list.address()),
                        content));
    }
}
