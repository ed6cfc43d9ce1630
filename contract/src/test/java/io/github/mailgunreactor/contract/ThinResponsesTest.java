package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.domains.DkimRotation;
import io.github.mailgunreactor.keys.ApiKey;
import io.github.mailgunreactor.keys.CreatedKey;
import io.github.mailgunreactor.keys.KeyRole;
import io.github.mailgunreactor.keys.KeysApi;
import io.github.mailgunreactor.keys.NewKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change that Mailgun made is none the less made where its response says less than it should. */
class ThinResponsesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"m\",\"key\":{\"id\":\"1-2\",\"role\":\"admin\",\"secret\":\"key-s\"}}",
                "{\"message\":\"m\",\"id\":\"1-2\",\"role\":\"admin\",\"secret\":\"key-s\"}"
            })
    void theKeyThatWasMadeIsFoundWhereverItStands(String body) {
        CreatedKey created = create(body);

        assertThat(created.secret()).isEqualTo(Secret.of("key-s"));
        ApiKey key = requireNonNull(created.key());
        assertThat(key.id()).isEqualTo("1-2");
        assertThat(key.role()).isEqualTo(KeyRole.ADMIN);
        assertThat(key.secret()).isEqualTo(Secret.of("key-s"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"key\":{\"secret\":\"key-s\"}}",
                "{\"key\":{\"id\":{},\"created_at\":\"N/A\",\"secret\":\"key-s\"}}",
                "{\"key\":\"key-s\"}",
                "{\"key\":[],\"secret\":\"key-s\"}",
                "{\"secret\":\"key-s\",\"key\":{\"description\":\"d\"}}"
            })
    void aSecretThatWasSentIsNeverLost(String body) {
        CreatedKey created = create(body);

        assertThat(created.secret()).isEqualTo(Secret.of("key-s"));
        assertThat(created.key()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"gone\"", "{}"})
    void aKeyThatWasDeletedIsDeletedWithoutAWord(String body) {
        assertThat(new KeysApi(answering(body)).delete("1-2").block()).isEqualTo(new Confirmation(null));
    }

    @Test
    void aRotationThatWasSetUpMayLackItsDomain() {
        assertThat(answering("{\"message\":\"ok\"}")
                        .send(Method.PUT
                                .path("/v1/dkim_management/domains/{name}/rotation", "example.com")
                                .asJson(DkimRotation.class))
                        .block())
                .isEqualTo(new DkimRotation(null));
    }

    private static CreatedKey create(String body) {
        return requireNonNull(new KeysApi(answering(body))
                .create(NewKey.sending("example.com"))
                .block());
    }

    private static MailgunClient answering(String body) {
        return FakeTransport.answering(FakeResponse.json(body))
                .builderOfLenientClient()
                .build();
    }
}
