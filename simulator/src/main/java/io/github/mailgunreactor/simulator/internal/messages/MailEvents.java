package io.github.mailgunreactor.simulator.internal.messages;

import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.github.mailgunreactor.simulator.internal.suppressions.Suppressions;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets something happen to a message that was sent, with what follows from it for the suppression lists. */
public final class MailEvents {
    private final SimulatorState state;
    private final Mail mail;
    private final MailAddress recipient;

    public MailEvents(SimulatorState state, Mail mail, MailAddress recipient) {
        this.state = state;
        this.mail = mail;
        this.recipient = recipient;
    }

    /** Delivers it, where that has not happened yet. */
    public void delivered() {
        new MailDelivery(state).deliver(mail, recipient, state.now());
    }

    /** Refused for good: the address is on the bounce list from now on, unless it is on the allowlist. */
    public void bounced(int code, String text) {
        record("failed", new MessageEvent.Delivery(1, code, text, "", "permanent", "bounce", "hard"), false, null);
        SendingDomain domain = new MailDelivery(state).domain(mail);
        if (domain != null && !Suppressions.of(domain).isAllowed(recipient.address())) {
            Suppressions.of(domain).addBounce(recipient.address(), code, text, state.now());
        }
    }

    /** Refused for the time being. */
    public void delayed(int code, String text) {
        record("failed", new MessageEvent.Delivery(1, code, text, "", "temporary", "generic", null), false, null);
    }

    public void opened() {
        record("opened", MessageEvent.Delivery.NONE, true, null);
    }

    public void clicked(String url) {
        record("clicked", MessageEvent.Delivery.NONE, true, url);
    }

    /** The address gets no further mail. */
    public void complained() {
        record("complained", MessageEvent.Delivery.NONE, false, null);
        SendingDomain domain = new MailDelivery(state).domain(mail);
        if (domain != null) {
            Suppressions.of(domain).addComplaint(recipient.address(), state.now());
        }
    }

    /** The address gets no further mail, or none with the tags of this message. */
    public void unsubscribed(boolean fromTagsOnly) {
        record("unsubscribed", MessageEvent.Delivery.NONE, true, null);
        SendingDomain domain = new MailDelivery(state).domain(mail);
        List<String> tags = fromTagsOnly ? mail.options().tags() : List.of();
        if (domain != null) {
            Suppressions.of(domain).addUnsubscribe(recipient.address(), tags, state.now());
        }
    }

    /** The member of the mailing list that the message was sent to gets nothing from the list any more. */
    public void unsubscribedFromList() {
        record("unsubscribed", MessageEvent.Delivery.NONE, true, null);
        RecipientExpansion.all().forEach(expansion -> expansion.unsubscribe(state, mail, recipient));
    }

    private void record(String type, MessageEvent.Delivery delivery, boolean visit, @Nullable String url) {
        new MailDelivery(state)
                .record(
                        mail,
                        recipient,
                        type,
                        delivery,
                        visit ? new MessageEvent.Visit(url, "US", "desktop", null) : MessageEvent.Visit.NONE);
    }
}
