package io.github.mailgunreactor.samples.orders;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessageOptions;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.SentMessage;
import io.github.mailgunreactor.messages.TemplateContent;
import io.github.mailgunreactor.suppressions.BouncesApi;
import io.github.mailgunreactor.suppressions.ComplaintsApi;
import io.github.mailgunreactor.suppressions.Unsubscribe;
import io.github.mailgunreactor.suppressions.UnsubscribesApi;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The mail that confirms an order, made from a template at Mailgun. */
@Service
final class OrderConfirmation {
    static final String TEMPLATE = "order-confirmation";
    static final String ORDER = "order";
    private static final String TAG = "orders";

    private final MessagesApi messages;
    private final BouncesApi bounces;
    private final ComplaintsApi complaints;
    private final UnsubscribesApi unsubscribes;
    private final String domain;

    OrderConfirmation(
            MessagesApi messages,
            BouncesApi bounces,
            ComplaintsApi complaints,
            UnsubscribesApi unsubscribes,
            @Value("${orders.domain}") String domain) {
        this.messages = messages;
        this.bounces = bounces;
        this.complaints = complaints;
        this.unsubscribes = unsubscribes;
        this.domain = domain;
    }

    /** Mailgun would take a message to a suppressed address and drop it: the customer had better hear of it at once. */
    Mono<Void> requireWelcome(String email) {
        return Flux.merge(
                        reason("bounced", bounces.get(domain, email)),
                        reason("complained", complaints.get(domain, email)),
                        reason("unsubscribed", unsubscribes.get(domain, email).filter(OrderConfirmation::isMeant)))
                .next()
                .flatMap(reason -> Mono.error(new SuppressedAddressException(reason)));
    }

    private static boolean isMeant(Unsubscribe unsubscribe) {
        return unsubscribe.tags().contains(Unsubscribe.EVERYTHING)
                || unsubscribe.tags().contains(TAG);
    }

    private static Mono<String> reason(String reason, Mono<?> entry) {
        return entry.map(listed -> reason)
                .onErrorResume(ErrorStatusException.class, e -> e.isNotFound() ? Mono.empty() : Mono.error(e));
    }

    Mono<SentMessage> send(Order order) {
        return Mono.defer(() -> messages.send(
                domain,
                Message.of("orders@" + domain)
                        .to(order.ordered().email())
                        .template(TemplateContent.of(TEMPLATE)
                                .variables(Map.of("item", order.ordered().item())))
                        .options(MessageOptions.none().tag(TAG).variable(ORDER, order.id()))));
    }
}
