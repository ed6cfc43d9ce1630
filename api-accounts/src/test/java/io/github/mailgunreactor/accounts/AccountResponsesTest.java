package io.github.mailgunreactor.accounts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class AccountResponsesTest {
    private static final String USER = """
            {"id": "123", "name": "John Doe", "email": "johndoe@example.com", "role": "support",
             "email_details": {"address": "johndoe@example.com", "parts": {"local_part": "johndoe"}},
             "opened_ip": "67.111.60.111", "metadata": {"phone": "555-1234"},
             "tfa_created_at": "2022-12-20T16:52:01.892001", "auth": {"method": "sinch", "prior_details": {"m": "secret"}},
             "github_user_id": "octojohn"}
            """;

    @Test
    void datesHaveMicrosecondsAndNoZone() {
        User user = requireNonNull(
                new UsersApi(answering(FakeResponse.json(USER))).get("123").block());

        assertThat(user.tfaCreatedAt()).isEqualTo(Instant.parse("2022-12-20T16:52:01.892001Z"));
        assertThat(user.passwordUpdatedAt()).isNull();
        assertThat(user.role()).isEqualTo(UserRole.SUPPORT);
    }

    @Test
    void aUsersDataIsInNoText() {
        User user = requireNonNull(
                new UsersApi(answering(FakeResponse.json(USER))).get("123").block());

        assertThat(List.of(
                        user.toString(),
                        String.valueOf(user.emailDetails()),
                        String.valueOf(requireNonNull(user.emailDetails()).parts()),
                        String.valueOf(user.auth()),
                        new UserList(List.of(user), 1L).toString()))
                .allSatisfy(text ->
                        assertThat(text).doesNotContainIgnoringCase("john").doesNotContain("67.111", "555", "secret"));
    }

    @Test
    void theAddressOfASandboxRecipientIsInNoText() {
        assertThat(new SandboxRecipientDetails(new SandboxRecipient("ada@example.org", true)).toString())
                .doesNotContain("ada");
    }

    @Test
    void theSigningKeyIsASecret() {
        HttpSigningKey key = requireNonNull(new HttpSigningKeyApi(
                        answering(FakeResponse.json("{\"message\": \"m\", \"http_signing_key\": \"key-open-sesame\"}")))
                .get()
                .block());

        assertThat(key.key()).isEqualTo(Secret.of("key-open-sesame"));
        assertThat(key.toString()).doesNotContain("sesame");
    }

    @Test
    void noLimitIsAnErrorThatSaysSo() {
        MailgunClient client = answering(FakeResponse.json(404, "{\"message\": \"No threshold for account\"}"));

        StepVerifier.create(new SubaccountsApi(client).getLimit("698b"))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                ErrorStatusException.class,
                                status -> assertThat(status.isNotFound()).isTrue())
                        .hasMessageContaining("No threshold"));
    }

    @Test
    void featuresThatCameLaterAreKept() {
        SubaccountFeatures features = requireNonNull(
                new SubaccountsApi(answering(FakeResponse.json("{\"features\": {\"telepathy\": {\"enabled\": true}}}")))
                        .changeFeatures("698b", SubaccountFeatureChange.none().sending(true))
                        .block());

        assertThat(features.features()).isEqualTo(Map.of("telepathy", new Feature(true)));
    }

    @Test
    void aListGoesOnUntilItsTotal() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"subaccounts\": [{\"id\": \"1\"}, {\"id\": \"2\"}], \"total\": 3}"),
                FakeResponse.json("{\"subaccounts\": [{\"id\": \"3\"}], \"total\": 3}"));

        StepVerifier.create(new SubaccountsApi(transport.client())
                        .list(SubaccountFilter.all().pageSize(2))
                        .map(Subaccount::id))
                .expectNext("1", "2", "3")
                .verifyComplete();
        assertThat(transport.sent().get(1).line()).isEqualTo("GET /v5/accounts/subaccounts?limit=2&skip=2");
    }

    private static MailgunClient answering(FakeResponse response) {
        return FakeTransport.answering(response).client();
    }
}
