package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.messages.EmailAddress;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.ProofPolicy;
import io.github.mailgunreactor.messages.SendId;
import io.github.mailgunreactor.messages.SendProof;
import io.github.mailgunreactor.messages.SentMessage;
import io.github.mailgunreactor.simulator.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a send, over real sockets: sent, proved, got from storage, and sent again. */
class SendProofIT {
    private static final ProofPolicy SOON =
            ProofPolicy.defaults().recordsWithin(Duration.ofMillis(300)).lookEvery(Duration.ofMillis(100));

    @Test
    void aSendIsFoundByItsIdAndGotFromItsStorageUrl() {
        try (Simulator simulator = Simulator.start();
                MailgunClient mailgun = MailgunClient.builder(simulator.key())
                        .region(Region.at(simulator.baseUrl()))
                        .build()) {
            simulator.domains().add("example.com");
            MessagesApi messages = new MessagesApi(mailgun);
            Message message = Message.of("ada@example.com")
                    .to("bob@example.org")
                    .subject("The engine")
                    .text("It weaves.")
                    .sendId(SendId.of("order-1"));

            SentMessage sent =
                    requireNonNull(messages.send("example.com", message).block());
            SendProof proof = prove(messages, "order-1");
            String url = requireNonNull(requireNonNull(proof.record()).storage())
                    .urls()
                    .get(0);

            assertThat(proof.messageId()).isEqualTo(sent.id());
            assertThat(prove(messages, "order-2").sent()).isFalse();
            assertThat(requireNonNull(messages.getStored(url).block()).plainBody())
                    .contains("It weaves.");
            messages.resend(url, List.of(EmailAddress.of("eve@example.org"))).block();
            assertThat(simulator.mailbox().only("eve@example.org").subject()).isEqualTo("The engine");
        }
    }

    private static SendProof prove(MessagesApi messages, String id) {
        return requireNonNull(messages.prove("example.com", SendId.of(id), Instant.now(), SOON)
                .block());
    }
}
