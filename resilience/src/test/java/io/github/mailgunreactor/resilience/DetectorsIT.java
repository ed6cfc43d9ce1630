package io.github.mailgunreactor.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.testing.Fault;
import io.github.mailgunreactor.testing.FaultServer;
import io.netty.buffer.PooledByteBufAllocator;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;

/** What the other tests rely on when they say that nothing leaked and nothing blocked. */
class DetectorsIT {

    @Test
    void aBufferThatIsNotReleasedIsFound() {
        Leaks leaks = Leaks.watch();

        PooledByteBufAllocator.DEFAULT.directBuffer(16).writeByte(1);

        assertThat(leaks.found()).hasSize(1).first().asString().contains("DetectorsIT");
    }

    @Test
    void aCallThatBlocksAnEventLoopIsRefusedAndFound() {
        BlockingCalls blocking = BlockingCalls.watch();
        try (FaultServer server = FaultServer.start().script(Fault.answer(200, "{\"message\":\"done\"}"));
                MailgunClient client =
                        MailgunClient.builder("key").region(server.region()).build()) {
            Mono<Confirmation> sleeping = client.send(
                            Method.GET.path("/v1/keys").asJson(Confirmation.class))
                    .doOnNext(answer -> LockSupport.parkNanos(1));

            assertThatThrownBy(() -> sleeping.block(Duration.ofSeconds(20)))
                    .hasRootCauseInstanceOf(BlockingOperationError.class);
        }
        assertThat(blocking.found()).hasSize(1);
    }
}
