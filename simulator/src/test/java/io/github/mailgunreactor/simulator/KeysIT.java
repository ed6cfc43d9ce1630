package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysIT {
    private static final AdjustableClock CLOCK = new AdjustableClock();
    private static final Simulator SIMULATOR = Simulator.builder().clock(CLOCK).start();

    private final Caller caller = Caller.of(SIMULATOR);

    @BeforeEach
    void reset() {
        CLOCK.reset();
        SIMULATOR.reset();
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void listsThePrimaryKeyOfAFreshAccount() throws Exception {
        HttpResponse<String> response = caller.get("/v1/keys");

        assertThat(Caller.object(response)).containsEntry("total_count", 1L);
        assertThat(Caller.objects(response, "items").get(0))
                .containsEntry("kind", "user")
                .containsEntry("role", "admin")
                .containsEntry("is_disabled", false)
                .containsEntry("domain_name", null)
                .containsEntry("created_at", "2026-01-23T10:16:00")
                .doesNotContainKeys("secret", "expires_at");
    }

    @Test
    void createsAKeyAndShowsItsSecretOnce() throws Exception {
        HttpResponse<String> response = caller.multipart(
                "POST",
                "/v1/keys",
                "role",
                "developer",
                "kind",
                "user",
                "description",
                "Büro",
                "email",
                "a@b.example",
                "user_name",
                "Ann",
                "user_id",
                "7",
                "expiration",
                "3600");

        assertThat(Caller.message(response)).isEqualTo("great success");
        Map<String, Object> key = key(response);
        assertThat(key)
                .containsEntry("role", "developer")
                .containsEntry("description", "Büro")
                .containsEntry("requestor", "a@b.example")
                .containsEntry("user_name", "Ann")
                .containsEntry("expires_at", "2026-01-23T11:16:00");
        Map<String, Object> listed =
                Caller.objects(caller.get("/v1/keys"), "items").get(1);
        assertThat(listed).doesNotContainKey("secret").containsEntry("id", key.get("id"));
    }

    @Test
    void acceptsTheSecretOfANewKey() throws Exception {
        Map<String, Object> key = key(caller.form("POST", "/v1/keys", "role", "admin"));

        HttpResponse<String> response = caller(key).get("/v1/keys");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("x-mailgun-key-id")).hasValue((String) key.get("id"));
    }

    @Test
    void refusesAKeyThatHasExpired() throws Exception {
        Map<String, Object> key = key(caller.form("POST", "/v1/keys", "role", "admin", "expiration", "60"));
        CLOCK.advance(Duration.ofSeconds(59));
        assertThat(caller(key).get("/v1/keys").statusCode()).isEqualTo(200);

        CLOCK.advance(Duration.ofSeconds(1));

        assertThat(caller(key).get("/v1/keys").statusCode()).isEqualTo(401);
        assertThat(Caller.objects(caller.get("/v1/keys"), "items").get(1))
                .containsEntry("is_disabled", true)
                .containsEntry("disabled_reason", "expired");
    }

    @Test
    void refusesAKeyThatWasDeleted() throws Exception {
        Map<String, Object> key = key(caller.form("POST", "/v1/keys", "role", "admin"));

        assertThat(Caller.message(caller.delete("/v1/keys/" + key.get("id")))).isEqualTo("key deleted");

        assertThat(caller(key).get("/v1/keys").statusCode()).isEqualTo(401);
        assertThat(Caller.object(caller.get("/v1/keys"))).containsEntry("total_count", 1L);
    }

    @Test
    void deletesNoKeyThatIsNotThere() throws Exception {
        HttpResponse<String> response = caller.delete("/v1/keys/unknown");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Caller.message(response)).isEqualTo("no key matching id");
    }

    @Test
    void listsByKindAndDomain() throws Exception {
        SIMULATOR.keys().addForDomain("one.example", "first");
        SIMULATOR.keys().addForDomain("two.example", "second");
        caller.form("POST", "/v1/keys", "role", "basic", "kind", "web");

        assertThat(descriptions("?kind=domain")).containsExactly("first", "second");
        assertThat(descriptions("?kind=domain&domain_name=two.example")).containsExactly("second");
        assertThat(descriptions("?domain_name=one.example")).containsExactly("first");
        assertThat(descriptions("?kind=web")).hasSize(1);
        assertThat(descriptions("?kind=web&domain_name=one.example")).isEmpty();
    }

    private List<Object> descriptions(String query) throws Exception {
        return Caller.objects(caller.get("/v1/keys" + query), "items").stream()
                .map(item -> Objects.requireNonNull(item.get("description")))
                .toList();
    }

    @Test
    void refusesAListOfAnUnknownKind() throws Exception {
        HttpResponse<String> response = caller.get("/v1/keys?kind=robot");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response))
                .isEqualTo("expected `kind` param to be one of [domain user web] or absent");
    }

    @ParameterizedTest
    @CsvSource({
        "kind=user, role",
        "role=king, role",
        "role=admin&kind=robot, kind",
        "role=sending, sending",
        "role=sending&kind=web, sending",
        "role=admin&kind=domain&domain_name=a.example, sending",
        "role=sending&kind=domain, domain_name",
        "role=admin&expiration=0, expiration",
        "role=admin&expiration=soon, expiration",
        "role=admin&kind=web&expiration=86401, 86400",
    })
    void refusesAKeyThatCannotBe(String form, String named) throws Exception {
        HttpResponse<String> response = caller.form("POST", "/v1/keys", form.split("[=&]"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response).toString()).contains(named);
        assertThat(Caller.object(caller.get("/v1/keys"))).containsEntry("total_count", 1L);
    }

    @Test
    void letsAWebKeyLiveForADay() throws Exception {
        Map<String, Object> key = key(caller.form("POST", "/v1/keys", "role", "admin", "kind", "web"));

        assertThat(key).containsEntry("expires_at", "2026-01-24T10:16:00");
    }

    @Test
    void letsASendingKeyDoNothingButSend() throws Exception {
        SimulatedKey key = SIMULATOR.keys().addForDomain("one.example", "sends");

        assertThat(Caller.at(SIMULATOR.baseUrl(), key.secret()).get("/v1/keys").statusCode())
                .isEqualTo(401);
    }

    @Test
    void letsABasicKeyReadButNotChange() throws Exception {
        SimulatedKey key = SIMULATOR.keys().add("basic", "analyst");
        Caller analyst = Caller.at(SIMULATOR.baseUrl(), key.secret());

        HttpResponse<String> refused = analyst.form("POST", "/v1/keys", "role", "admin");

        assertThat(analyst.get("/v1/keys").statusCode()).isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Caller.message(refused)).isEqualTo("Forbidden");
    }

    @Test
    void createsNoMoreKeysThanTheAccountMayHave() throws Exception {
        SIMULATOR.keys().limit(1);

        HttpResponse<String> response = caller.form("POST", "/v1/keys", "role", "admin");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Caller.message(response)).isEqualTo("could not create key, account limit reached");
    }

    @Test
    void makesANewPublicKeyEachTime() throws Exception {
        Map<String, Object> first = Caller.object(caller.form("POST", "/v1/keys/public"));
        Map<String, Object> second = Caller.object(caller.form("POST", "/v1/keys/public"));

        assertThat(first).containsEntry("message", "The public API key has been successfully regenerated.");
        assertThat((String) first.get("key")).matches("pubkey-[0-9a-f]{32}").isNotEqualTo(second.get("key"));
    }

    @Test
    void takesSeededKeysThatExpire() throws Exception {
        SimulatedKey key = SIMULATOR.keys().addExpiring(Duration.ofSeconds(5), "short");
        Caller holder = Caller.at(SIMULATOR.baseUrl(), key.secret());
        assertThat(holder.get("/v1/keys").statusCode()).isEqualTo(200);

        CLOCK.advance(Duration.ofSeconds(5));

        assertThat(holder.get("/v1/keys").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesSeedsThatCannotBe() {
        KeySeeds keys = SIMULATOR.keys();

        assertThatIllegalArgumentException().isThrownBy(() -> keys.add("sending", "no domain"));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.addExpiring(Duration.ZERO, "never"));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.limit(0));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.allow("somewhere", ""));
    }

    @Test
    void showsNoSecretInText() {
        SimulatedKey key = SIMULATOR.keys().add("admin", "hidden");

        assertThat(key.toString())
                .contains(key.id())
                .doesNotContain(key.secret().substring(0, 32));
    }

    private static Caller caller(Map<String, Object> key) {
        return Caller.at(SIMULATOR.baseUrl(), (String) Objects.requireNonNull(key.get("secret")));
    }

    @SuppressWarnings("unchecked") // the tests know what they asked for
    private static Map<String, Object> key(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return (Map<String, Object>)
                Objects.requireNonNull(Caller.object(response).get("key"));
    }
}
