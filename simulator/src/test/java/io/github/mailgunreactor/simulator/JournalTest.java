package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mailgunreactor.simulator.internal.ServedOperations;
import io.github.mailgunreactor.simulator.internal.http.HandledRequest;
import io.github.mailgunreactor.simulator.internal.http.ReceivedBody;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Target;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final Routes routes = Routes.of(ServedOperations.all());
    private final Journal journal = new Journal(routes, 3);

    @Test
    void keepsTheLatestRequestsOnly() {
        for (int i = 0; i < 5; i++) {
            journal.add(listed("page=" + i, 0));
        }

        assertThat(journal.all()).extracting(request -> request.query("page")).containsExactly("2", "3", "4");
        assertThat(journal.count()).isEqualTo(5);
        assertThat(journal.last()).isNotNull().returns("4", request -> request.query("page"));
    }

    @Test
    void letsOldRequestsGoWhereTheirBodiesTakeTooMuchMemory() {
        journal.add(listed("page=0", 10_000_000));
        journal.add(listed("page=1", 10_000_000));

        assertThat(journal.all()).extracting(request -> request.query("page")).containsExactly("1");
    }

    @Test
    void findsTheRequestsOfAnOperation() {
        journal.add(listed("", 0));
        journal.add(deleted());

        assertThat(journal.of("DELETE /v1/keys/{id}"))
                .extracting(RecordedRequest::path)
                .containsExactly("/v1/keys/one");
        assertThat(journal.only("GET /v1/keys").method()).isEqualTo("GET");
    }

    @Test
    void saysWhatItHasWhenThereIsNotOneRequest() {
        journal.add(deleted());

        assertThatThrownBy(() -> journal.only("GET /v1/keys"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there were 0")
                .hasMessageContaining("DELETE /v1/keys/{key_id} -> 200");
    }

    @Test
    void refusesAnOperationThatTheSimulatorDoesNotServe() {
        assertThatIllegalArgumentException().isThrownBy(() -> journal.of("GET /v1/key"));
    }

    @Test
    void isEmptyWhenCleared() {
        journal.add(deleted());
        journal.clear();

        assertThat(journal.all()).isEmpty();
        assertThat(journal.last()).isNull();
        assertThat(journal.count()).isZero();
    }

    @Test
    void hidesTheKey() {
        RecordedRequest request = deleted();

        assertThat(request.header("authorization")).isEqualTo("***");
        assertThat(request.headers().toString() + request).doesNotContain("c2VjcmV0");
    }

    private RecordedRequest listed(String query, int bodyBytes) {
        return new RecordedRequest(new HandledRequest(
                "us",
                "GET",
                new Target("/v1/keys", query),
                routes.named("GET /v1/keys"),
                new DefaultHttpHeaders(),
                null,
                null,
                ReceivedBody.bytes(new byte[bodyBytes]),
                200,
                "",
                Instant.EPOCH));
    }

    private RecordedRequest deleted() {
        return new RecordedRequest(new HandledRequest(
                "us",
                "DELETE",
                new Target("/v1/keys/one", null),
                routes.named("DELETE /v1/keys/{key_id}"),
                new DefaultHttpHeaders().add("Authorization", "Basic c2VjcmV0"),
                "simulated",
                "id",
                ReceivedBody.NONE,
                200,
                "",
                Instant.EPOCH));
    }
}
