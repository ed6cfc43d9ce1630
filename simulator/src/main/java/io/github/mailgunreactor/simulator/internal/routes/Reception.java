package io.github.mailgunreactor.simulator.internal.routes;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.lists.ListDistribution;
import io.github.mailgunreactor.simulator.internal.lists.MailingListState;
import io.github.mailgunreactor.simulator.internal.lists.MailingLists;
import io.github.mailgunreactor.simulator.internal.messages.IncomingMail;
import io.github.mailgunreactor.simulator.internal.messages.Mail;
import io.github.mailgunreactor.simulator.internal.messages.MailDelivery;
import io.github.mailgunreactor.simulator.internal.messages.MailStore;
import io.github.mailgunreactor.simulator.internal.routes.RouteActionText.Forward;
import io.github.mailgunreactor.simulator.internal.routes.RouteActionText.Stop;
import io.github.mailgunreactor.simulator.internal.routes.RouteActionText.Store;
import io.github.mailgunreactor.simulator.internal.routes.StoredRoutes.StoredRoute;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.github.mailgunreactor.simulator.internal.traffic.EventListener;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.MessageFacts;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes mail that comes in: a mailing list of the recipient's address sends it on, then routes are run by priority, then the
 * forwards of the domain. What none of them is for is refused.
 */
public final class Reception {
    private final SimulatorState state;
    private final Account account;
    private final String region;
    private final IncomingMail incoming;
    private final Mail mail;
    private final List<String> routes = new ArrayList<>();
    private final List<String> forwards = new ArrayList<>();
    private @Nullable String list;
    private @Nullable String storedKey;

    /**
     * What became of it.
     *
     * @param routes the ids of the routes that were run, in order
     * @param forwards the ids of the forwards that it went through
     * @param list the address of the mailing list that it went to, or {@code null}
     * @param storedKey under which it is kept, or {@code null}
     */
    public record Result(
            List<String> routes,
            List<String> forwards,
            @Nullable String list,
            @Nullable String storedKey) {

        /** Whether anything was for it; else its sender gets it back, with 550 5.1.0. */
        public boolean accepted() {
            return !routes.isEmpty() || !forwards.isEmpty() || list != null;
        }
    }

    private Reception(SimulatorState state, Account account, String region, IncomingMail incoming) {
        this.state = state;
        this.account = account;
        this.region = region;
        this.incoming = incoming;
        this.mail = incoming.mail(state, account.id(), region, List.of(incoming.recipient()));
    }

    /** Takes mail for an address of an account in a region. */
    public static Result receive(SimulatorState state, Account account, String region, IncomingMail incoming) {
        return new Reception(state, account, region, incoming).receive();
    }

    private Result receive() {
        String domain = DomainRegistry.normalized(incoming.domain());
        if (DomainRegistry.of(state).find(account.id(), region, domain) != null) {
            sendToList();
            runRoutes();
            for (StoredForward forward :
                    StoredRoutes.of(account, region).forwards().values()) {
                if (forward.isFor(new RouteFilterText.Subject(incoming, false), domain)) {
                    forwards.add(forward.id());
                    forward.urls().forEach(this::forward);
                    forward.recipients().forEach(this::forward);
                    if (forward.store()) {
                        store();
                    }
                }
            }
        }
        Result result = new Result(List.copyOf(routes), List.copyOf(forwards), list, storedKey);
        if (result.accepted()) {
            record("accepted");
        }
        return result;
    }

    private void sendToList() {
        MailingListState found = MailingLists.find(state, account.id(), region, incoming.recipient());
        if (found != null && found.takesPostsOf(incoming.sender())) {
            list = found.address();
            ListDistribution.distribute(state, mail, found);
        }
    }

    private void runRoutes() {
        for (StoredRoute route : StoredRoutes.of(account, region).inOrder()) {
            PythonPattern.Match match = route.filter().match(new RouteFilterText.Subject(incoming, !routes.isEmpty()));
            if (match != null) {
                routes.add(route.id());
                route.actions().forEach(action -> run(action, match));
                if (route.actions().stream().anyMatch(Stop.class::isInstance)) {
                    return;
                }
            }
        }
    }

    private void run(RouteActionText action, PythonPattern.Match match) {
        if (action instanceof Forward forward) {
            forward.destinations().forEach(destination -> forward(match.replacedIn(destination)));
        } else if (action instanceof Store store) {
            store();
            if (store.notifyUrl() != null) {
                notifications().stored(match.replacedIn(store.notifyUrl()));
            }
        }
    }

    private void forward(String destination) {
        if (destination.toLowerCase(Locale.ROOT).matches("https?://.*")) {
            notifications().forwarded(destination);
        } else {
            new MailDelivery(state).accept(incoming.mail(state, account.id(), region, List.of(destination)));
        }
    }

    private RouteNotifications notifications() {
        return new RouteNotifications(state, account, region, incoming, mail);
    }

    private void store() {
        if (storedKey == null) {
            storedKey = mail.key();
            MailStore.of(state).addIncoming(mail);
            record("stored");
        }
    }

    private void record(String type) {
        MessageFacts facts = MessageFacts.of(mail.domain(), mail.id(), incoming.recipient())
                .with()
                .from(incoming.from())
                .sender(incoming.sender())
                .subject(incoming.subject())
                .size(mail.size())
                .incoming(true)
                .stored(mail.key(), List.of())
                .build();
        MessageEvent event = new MessageEvent(
                state.randomHex(22),
                state.now(),
                type,
                facts,
                MessageEvent.Delivery.NONE,
                MessageEvent.Visit.NONE,
                false);
        Traffic.of(state, account, region).add(event);
        EventListener.tellAll(state, account, region, event);
    }
}
