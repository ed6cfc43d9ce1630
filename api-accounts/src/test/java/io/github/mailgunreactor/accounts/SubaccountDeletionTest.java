package io.github.mailgunreactor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.Attempt;
import io.github.mailgunreactor.core.CallOptions;
import io.github.mailgunreactor.core.Interceptor;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Response;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class SubaccountDeletionTest {
    private static final String HEADER = "X-Mailgun-On-Behalf-Of";

    private final FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"message\": \"gone\"}"));
    private final MailgunClient client = transport.client();

    @Test
    void namesItsVictimWithAClientOfTheAccount() {
        new SubaccountsApi(client).delete("victim").block();

        assertThat(transport.onlySent().headers().first(HEADER)).isEqualTo("victim");
    }

    @Test
    void namesItsVictimWithAClientThatActsForItAlready() {
        new SubaccountsApi(client.onBehalfOf("victim")).delete("victim").block();

        assertThat(transport.onlySent().headers().first(HEADER)).isEqualTo("victim");
    }

    @Test
    void namesItsVictimWhateverHeadersTheViewHas() {
        MailgunClient view = client.withOptions(CallOptions.none().header(HEADER, "innocent"));

        new SubaccountsApi(view).delete("victim").block();

        assertThat(transport.onlySent().headers().first(HEADER)).isEqualTo("victim");
    }

    @Test
    void namesItsVictimWhateverAccountAnInterceptorChooses() {
        MailgunClient chosen =
                transport.builder().interceptor(new ForAnInnocent()).build();

        new SubaccountsApi(chosen).delete("victim").block();

        assertThat(transport.onlySent().headers().first(HEADER)).isEqualTo("victim");
    }

    private static final class ForAnInnocent implements Interceptor {
        @Override
        public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
            return chain.proceed(attempt.onBehalfOf("innocent").withHeader(HEADER, "innocent"));
        }
    }

    @Test
    void isRefusedWithAClientThatActsForAnother() {
        SubaccountsApi ofAnother = new SubaccountsApi(client.onBehalfOf("innocent"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofAnother.delete("victim"))
                .withMessageContaining("subaccountId")
                .withMessageNotContaining("victim");
        assertThat(transport.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", " a"})
    void isRefusedWithoutAVictim(String nobody) {
        SubaccountsApi subaccounts = new SubaccountsApi(client);

        assertThatIllegalArgumentException().isThrownBy(() -> subaccounts.delete(nobody));
        assertThat(transport.sent()).isEmpty();
    }
}
