package io.github.mailgunreactor.simulator.internal.messages;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.github.mailgunreactor.simulator.internal.suppressions.Suppressions;
import io.github.mailgunreactor.simulator.internal.traffic.EventListener;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.MessageFacts;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes messages on and delivers them: at once, or when their time has come by the simulator's clock. */
public final class MailDelivery {
    private static final int TEST_MODE_CODE = 650;

    private final SimulatorState state;

    public MailDelivery(SimulatorState state) {
        this.state = state;
    }

    /** Stores a message and delivers it now or later. */
    public void accept(Mail mail) {
        MailStore.of(state).add(mail);
        for (MailAddress recipient : mail.recipients().all()) {
            record(mail, recipient, "accepted", MessageEvent.Delivery.NONE, MessageEvent.Visit.NONE);
        }
        Instant time = mail.options().deliverAt();
        if (time != null && time.isAfter(state.now())) {
            String key = mail.key();
            SendingQueue queue = SendingQueue.of(state, mail);
            queue.add(key);
            state.schedule(time, () -> {
                Mail due = MailStore.of(state).find(key);
                if (queue.remove(key) && due != null) {
                    deliver(due, time);
                }
            });
        } else if (state.deliversAtOnce()) {
            deliver(mail, state.now());
        }
    }

    /** Delivers a message to everybody whom it may reach. */
    void deliver(Mail mail, Instant time) {
        for (MailAddress recipient : mail.recipients().all()) {
            deliver(mail, recipient, time);
        }
    }

    public void deliver(Mail mail, MailAddress recipient, Instant time) {
        MessageEvent.Delivery suppressed = suppressed(mail, recipient);
        if (suppressed != null) {
            record(mail, recipient, "failed", suppressed, MessageEvent.Visit.NONE, time);
        } else if (mail.options().testMode()) {
            record(mail, recipient, "delivered", delivered(TEST_MODE_CODE, "Testing"), MessageEvent.Visit.NONE, time);
        } else if (RecipientExpansion.all().stream().noneMatch(expansion -> expansion.takes(state, mail, recipient))) {
            MailStore.of(state).deliver(mail, recipient);
            record(mail, recipient, "delivered", delivered(250, "OK"), MessageEvent.Visit.NONE, time);
        }
    }

    private static MessageEvent.Delivery delivered(int code, String text) {
        return new MessageEvent.Delivery(1, code, text, "", null, null, null);
    }

    private MessageEvent.@Nullable Delivery suppressed(Mail mail, MailAddress recipient) {
        SendingDomain domain = domain(mail);
        if (domain == null) {
            return null;
        }
        Suppressions lists = Suppressions.of(domain);
        if (lists.hasBounce(recipient.address())) {
            return MessageEvent.Delivery.suppressed("bounce");
        }
        if (lists.hasComplaint(recipient.address())) {
            return MessageEvent.Delivery.suppressed("complaint");
        }
        return lists.hasUnsubscribe(recipient.address(), mail.options().tags())
                ? MessageEvent.Delivery.suppressed("unsubscribe")
                : null;
    }

    /** The domain of a message, or {@code null} if it was deleted since. */
    @Nullable
    SendingDomain domain(Mail mail) {
        return DomainRegistry.of(state).find(mail.account(), mail.region(), mail.domain());
    }

    /** Records that something happened to a recipient's copy now. */
    public void record(
            Mail mail, MailAddress recipient, String type, MessageEvent.Delivery delivery, MessageEvent.Visit visit) {
        record(mail, recipient, type, delivery, visit, state.now());
    }

    private void record(
            Mail mail,
            MailAddress recipient,
            String type,
            MessageEvent.Delivery delivery,
            MessageEvent.Visit visit,
            Instant time) {
        Account account = state.account(mail.account());
        if (account == null) {
            return;
        }
        Traffic traffic = Traffic.of(state, account, mail.region());
        MessageFacts facts = facts(mail, recipient);
        boolean unique = visit.device() != null && traffic.isUnique(type, facts, time);
        MessageEvent event = new MessageEvent(state.randomHex(22), time, type, facts, delivery, visit, unique);
        traffic.add(event);
        EventListener.tellAll(state, account, mail.region(), event);
    }

    private static MessageFacts facts(Mail mail, MailAddress recipient) {
        Placeholders placeholders = new Placeholders(mail, recipient, "");
        Map<String, Object> variables = new LinkedHashMap<>();
        mail.options()
                .variables()
                .forEach((name, value) -> variables.put(name, placeholders.replacedIn((String) value)));
        MailAddress sender = AddressList.parseOne(mail.content().from());
        return MessageFacts.of(mail.domain(), mail.id(), recipient.address())
                .with()
                .from(mail.content().from())
                .sender(sender == null ? "postmaster@" + mail.domain() : sender.address())
                .to(mail.to(recipient))
                .subject(placeholders.replacedIn(mail.content().subject()))
                .tags(mail.options().tags())
                .variables(variables)
                .size(mail.size())
                .testMode(mail.options().testMode())
                .mailingList(mail.recipients().list())
                .stored(mail.key(), files(mail.content().attachments()))
                .build();
    }

    private static List<Map<String, Object>> files(List<Attachment> attachments) {
        return attachments.stream()
                .map(file -> Map.<String, Object>of(
                        "filename", file.fileName(),
                        "content-type", file.contentType().toLowerCase(Locale.ROOT),
                        "size", file.content().length))
                .toList();
    }
}
