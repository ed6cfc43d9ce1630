package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts and subaccounts: who may act, how much may be sent, and to whom. */
class AccountsIT {
    private static final AdjustableClock CLOCK = new AdjustableClock();
    private static final Simulator SIMULATOR = Simulator.builder().clock(CLOCK).start();
    private static final String SUBACCOUNTS = "/v5/accounts/subaccounts";
    private static final String MONTHLY = "/limit/custom/monthly";

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
    void aSubaccountThatWasMadeActsAndHasDomainsAndKeys() throws Exception {
        String shop = create("Shop");
        Caller ofShop = onBehalfOf(shop);

        assertThat(ofShop.form("POST", "/v4/domains", "name", "shop.example.com")
                        .statusCode())
                .isEqualTo(200);
        Caller withKey = Caller.at(SIMULATOR.baseUrl(), keyOf(ofShop));

        assertThat(Caller.object(withKey.get("/v4/domains/shop.example.com"))).containsKey("domain");
        assertThat(caller.get("/v4/domains/shop.example.com").statusCode()).isEqualTo(404);
    }

    @Test
    void subaccountsAreListedByNameAndStatus() throws Exception {
        create("A");
        String disabled = create("B");
        String closed = create("C");
        caller.form("POST", SUBACCOUNTS + "/" + disabled + "/disable?reason=unpaid");
        onBehalfOf(closed).delete(SUBACCOUNTS);

        assertThat(names("")).containsExactly("A", "B", "C");
        assertThat(names("?sort=desc")).containsExactly("C", "B", "A");
        assertThat(names("?filter=B")).containsExactly("B");
        assertThat(names("?enabled=true")).containsExactly("A");
        assertThat(names("?enabled=false&closed=false")).containsExactly("B");
        assertThat(names("?closed=false")).containsExactly("A", "B");
        assertThat(names("?limit=1&skip=1")).containsExactly("B");
        assertThat(Caller.object(caller.get(SUBACCOUNTS + "?limit=1"))).containsEntry("total", 3L);
    }

    @Test
    void aDisabledSubaccountIsRefusedUntilItIsEnabled() throws Exception {
        String shop = create("Shop");
        SIMULATOR.account(shop).domains().add("shop.example.com");
        Caller withKey = Caller.at(SIMULATOR.baseUrl(), keyOf(onBehalfOf(shop)));
        String path = SUBACCOUNTS + "/" + shop;

        assertThat(status(caller.form("POST", path + "/disable"))).isEqualTo("disabled");
        assertThat(Caller.message(caller.form("POST", path + "/disable"))).isEqualTo("subaccount is already disabled");
        assertThat(withKey.get("/v4/domains").statusCode()).isEqualTo(403);
        assertThat(onBehalfOf(shop).get("/v4/domains").statusCode()).isEqualTo(403);
        assertThat(Caller.message(send(withKey, "shop.example.com", "ada@example.org")))
                .isEqualTo("Domain shop.example.com is not allowed to send: Account disabled");

        assertThat(status(caller.form("POST", path + "/enable"))).isEqualTo("open");
        assertThat(send(withKey, "shop.example.com", "ada@example.org").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDeletedSubaccountIsGoneWithItsKeysAndDomains() throws Exception {
        String shop = create("Shop");
        Caller ofShop = onBehalfOf(shop);
        ofShop.form("POST", "/v4/domains", "name", "shop.example.com");
        Caller withKey = Caller.at(SIMULATOR.baseUrl(), keyOf(ofShop));

        assertThat(withKey.delete(SUBACCOUNTS).statusCode()).isEqualTo(400);
        assertThat(caller.delete(SUBACCOUNTS).statusCode()).isEqualTo(400);
        assertThat(Caller.message(ofShop.delete(SUBACCOUNTS))).isEqualTo("Subaccount successfully deleted");

        assertThat(status(caller.get(SUBACCOUNTS + "/" + shop))).isEqualTo("closed");
        assertThat(withKey.get("/v4/domains").statusCode()).isEqualTo(401);
        assertThat(ofShop.get("/v4/domains").statusCode()).isEqualTo(403);
        assertThat(ofShop.delete(SUBACCOUNTS).statusCode()).isEqualTo(403);
        assertThat(caller.form("POST", SUBACCOUNTS + "/" + shop + "/enable").statusCode())
                .isEqualTo(400);
        assertThat(caller.form("POST", "/v4/domains", "name", "shop.example.com")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSubaccountSendsUpToItsLimitUntilTheMonthTurns() throws Exception {
        String shop = create("Shop");
        SIMULATOR.account(shop).domains().add("shop.example.com");
        String limit = SUBACCOUNTS + "/" + shop + MONTHLY;
        assertThat(caller.get(limit).statusCode()).isEqualTo(404);
        caller.form("PUT", limit + "?limit=3");

        assertThat(send(onBehalfOf(shop), "shop.example.com", "ann@x.org", "bob@x.org")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Caller.object(caller.get(limit)))
                .containsEntry("limit", 3L)
                .containsEntry("current", 2L)
                .containsEntry("period", "1m");
        send(onBehalfOf(shop), "shop.example.com", "eve@x.org");
        assertThat(Caller.message(send(onBehalfOf(shop), "shop.example.com", "ann@x.org")))
                .isEqualTo("Domain shop.example.com is not allowed to send: Account disabled");
        assertThat(status(caller.get(SUBACCOUNTS + "/" + shop))).isEqualTo("disabled");
        assertThat(onBehalfOf(shop).get("/v4/domains").statusCode()).isEqualTo(200);

        SIMULATOR.clock().advance(Duration.ofDays(31));
        assertThat(send(onBehalfOf(shop), "shop.example.com", "ann@x.org").statusCode())
                .isEqualTo(200);
        caller.delete(limit);
        assertThat(Caller.message(caller.delete(limit))).isEqualTo("Could not delete threshold for account");
    }

    @Test
    void whatSubaccountsSendCountsForTheAccount() throws Exception {
        String shop = create("Shop");
        SIMULATOR.account(shop).domains().add("shop.example.com");
        SIMULATOR.domains().add("example.com");
        assertThat(Caller.message(caller.form("PUT", "/v5/accounts" + MONTHLY + "?limit=999")))
                .isEqualTo("The limit parameter minumum is 1000");
        caller.form("PUT", "/v5/accounts" + MONTHLY + "?limit=1000");

        send(onBehalfOf(shop), "shop.example.com", many(1000));

        assertThat(send(caller, "example.com", "ann@x.org").statusCode()).isEqualTo(403);
        assertThat(send(onBehalfOf(shop), "shop.example.com", "ann@x.org").statusCode())
                .isEqualTo(403);
        caller.form("PUT", "/v5/accounts" + MONTHLY + "?limit=2000");
        caller.form("PUT", "/v5/accounts/limit/custom/enable");
        assertThat(send(caller, "example.com", "ann@x.org").statusCode()).isEqualTo(200);
    }

    @Test
    void aSubaccountWithoutTheFeatureDoesNotSend() throws Exception {
        String shop = create("Shop");
        SIMULATOR.account(shop).domains().add("shop.example.com");
        String features = SUBACCOUNTS + "/" + shop + "/features";

        assertThat(caller.form("PUT", features, "sending", "{\"enabled\": false}")
                        .body())
                .isEqualTo("{\"features\":{\"sending\":{\"enabled\":false}}}");
        assertThat(send(onBehalfOf(shop), "shop.example.com", "ann@x.org").statusCode())
                .isEqualTo(403);
        assertThat(caller.form("PUT", features, "sending", "yes").statusCode()).isEqualTo(400);
        assertThat(Caller.message(caller.form("PUT", features, "telepathy", "{\"enabled\": true}")))
                .isEqualTo("No valid updates provided");
    }

    @Test
    void theSandboxSendsToThoseWhoAgreed() throws Exception {
        SIMULATOR.domains().addSandbox("sandbox1.mailgun.org");
        caller.form("POST", "/v5/sandbox/auth_recipients?email=Ada@x.org");

        assertThat(Caller.message(send(caller, "sandbox1.mailgun.org", "ada@x.org")))
                .isEqualTo(
                        "Domain sandbox1.mailgun.org is not allowed to send: Sandbox subdomains are for test purposes"
                                + " only. Please add your own domain or add the address to authorized recipients in Account"
                                + " Settings.");
        SIMULATOR.account().users().activateSandboxRecipient("ada@x.org");
        assertThat(send(caller, "sandbox1.mailgun.org", "ada@x.org").statusCode())
                .isEqualTo(200);
        assertThat(send(caller, "sandbox1.mailgun.org", "ada@x.org", "bob@x.org")
                        .statusCode())
                .isEqualTo(403);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIMULATOR.account().users().activateSandboxRecipient("bob@x.org"));
    }

    @Test
    void theSandboxHasFiveRecipients() throws Exception {
        for (int i = 1; i <= 5; i++) {
            caller.form("POST", "/v5/sandbox/auth_recipients?email=" + i + "@x.org");
        }

        assertThat(Caller.message(caller.form("POST", "/v5/sandbox/auth_recipients?email=6@x.org")))
                .isEqualTo("Only 5 sandbox recipients are allowed");
        caller.delete("/v5/sandbox/auth_recipients/1@x.org");
        assertThat(caller.form("POST", "/v5/sandbox/auth_recipients?email=6@x.org")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Caller.objects(caller.get("/v5/sandbox/auth_recipients"), "recipients"))
                .hasSize(5);
        assertThat(Caller.message(caller.delete("/v5/sandbox/auth_recipients/1@x.org")))
                .isEqualTo("Invalid email address.");
    }

    @Test
    void theSigningKeyIsTheAccountsUntilItIsRenewed() throws Exception {
        String first = signingKey(caller.get("/v5/accounts/http_signing_key"));

        assertThat(first).isEqualTo(SIMULATOR.account().signingKey());
        String second = signingKey(caller.form("POST", "/v5/accounts/http_signing_key"));
        assertThat(second).isNotEqualTo(first).isEqualTo(SIMULATOR.account().signingKey());
        assertThat(signingKey(caller.get("/v5/accounts/http_signing_key"))).isEqualTo(second);
        assertThat(signingKey(onBehalfOf(create("Shop")).get("/v5/accounts/http_signing_key")))
                .isNotEqualTo(second);
    }

    @Test
    void whatIsPostedIsSignedWithTheKeyThatWasMadeLast() throws Exception {
        SIMULATOR.domains().add("example.com");
        caller.form("POST", "/v3/domains/example.com/webhooks", "id", "delivered", "url", "http://127.0.0.1:1/");
        String voided = SIMULATOR.account().signingKey();
        String renewed = signingKey(caller.form("POST", "/v5/accounts/http_signing_key"));

        send(caller, "example.com", "ann@x.org");

        Map<?, ?> signature = (Map<?, ?>) Objects.requireNonNull(
                ((Map<?, ?>) SIMULATOR.deliveries().only("delivered").json()).get("signature"));
        byte[] signed =
                (String.valueOf(signature.get("timestamp")) + signature.get("token")).getBytes(StandardCharsets.UTF_8);
        assertThat(signature.get("signature"))
                .isEqualTo(Receiver.hmac(renewed, signed))
                .isNotEqualTo(Receiver.hmac(voided, signed));
    }

    @Test
    void usersAreListedByRole() throws Exception {
        String ann = SIMULATOR.account().users().add("Ann", "ann@example.org", "support");

        assertThat(Caller.objects(caller.get("/v5/users"), "users"))
                .extracting(user -> user.get("is_master"))
                .containsExactly(true, false);
        assertThat(Caller.objects(caller.get("/v5/users?role=support"), "users"))
                .extracting(user -> user.get("id"))
                .containsExactly(ann);
        assertThat(Caller.object(caller.get("/v5/users/" + ann))).containsEntry("email", "ann@example.org");
        assertThat(Caller.message(caller.get("/v5/users/none"))).isEqualTo("No such user exists");
    }

    @Test
    void onlyAKeyOfAUserKnowsWhoseItIs() throws Exception {
        String ann = SIMULATOR.account().users().add("Ann", "ann@example.org", "support");
        HttpResponse<String> made =
                caller.multipart("POST", "/v1/keys", "role", "admin", "kind", "user", "user_id", ann);
        String secret = String.valueOf(
                ((Map<?, ?>) Objects.requireNonNull(Caller.object(made).get("key"))).get("secret"));

        assertThat(Caller.object(Caller.at(SIMULATOR.baseUrl(), secret).get("/v5/users/me")))
                .containsEntry("id", ann);
        HttpResponse<String> refused = caller.get("/v5/users/me");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Caller.message(refused)).isEqualTo("Incompatible key for this endpoint");
    }

    @Test
    void accountsAreRenamed() throws Exception {
        String shop = create("Shop");

        onBehalfOf(shop).form("PUT", "/v5/accounts?name=Store");

        assertThat(names("")).containsExactly("Store");
        assertThat(caller.form("PUT", "/v5/accounts").statusCode()).isEqualTo(400);
    }

    private String create(String name) throws Exception {
        return String.valueOf(
                subaccount(caller.form("POST", SUBACCOUNTS + "?name=" + name)).get("id"));
    }

    private Caller onBehalfOf(String subaccount) {
        return caller.with("X-Mailgun-On-Behalf-Of", subaccount);
    }

    private static String keyOf(Caller caller) throws Exception {
        Object key = Caller.object(caller.multipart("POST", "/v1/keys", "role", "admin", "kind", "user"))
                .get("key");
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(key)).get("secret"));
    }

    private List<Object> names(String query) throws Exception {
        return Caller.objects(caller.get(SUBACCOUNTS + query), "subaccounts").stream()
                .map(subaccount -> Objects.requireNonNull(subaccount.get("name")))
                .toList();
    }

    private static String status(HttpResponse<String> response) {
        return String.valueOf(subaccount(response).get("status"));
    }

    private static Map<?, ?> subaccount(HttpResponse<String> response) {
        return (Map<?, ?>) Objects.requireNonNull(Caller.object(response).get("subaccount"));
    }

    private static String signingKey(HttpResponse<String> response) {
        return String.valueOf(Caller.object(response).get("http_signing_key"));
    }

    private static HttpResponse<String> send(Caller caller, String domain, String... to) throws Exception {
        return caller.form(
                "POST",
                "/v3/" + domain + "/messages",
                "from",
                "shop@" + domain,
                "subject",
                "Hello",
                "text",
                "Hello",
                "to",
                String.join(",", to));
    }

    private static String[] many(int recipients) {
        String[] many = new String[recipients];
        for (int i = 0; i < recipients; i++) {
            many[i] = "u" + i + "@x.org";
        }
        return many;
    }
}
