package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys, rotation, tracking, certificates and SMTP users of a domain. */
class DomainPartsIT {
    private static final AdjustableClock CLOCK = new AdjustableClock();
    private static final Simulator SIMULATOR = Simulator.builder().clock(CLOCK).start();
    private static final String CREDENTIALS = "/v3/domains/shop.example/credentials";
    private static final String ROTATION = "/v1/dkim_management/domains/shop.example/rotation";

    private final Caller caller = Caller.of(SIMULATOR);

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
        SIMULATOR.domains().add("shop.example");
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void makesAKeyThatSignsOnceItIsActivated() throws Exception {
        HttpResponse<String> made =
                caller.form("POST", "/v1/dkim/keys", "signing_domain", "shop.example", "selector", "s2");
        assertThat(Caller.object(made)).containsEntry("selector", "s2");
        assertThat(active("s2")).isEqualTo(false);

        assertThat(Caller.object(caller.form("PUT", "/v4/domains/shop.example/keys/s2/activate")))
                .containsOnly(Map.entry("message", "domain key activated"));

        assertThat(active("s2")).isEqualTo(true);
        assertThat(Caller.message(caller.form("PUT", "/v4/domains/shop.example/keys/s2/deactivate")))
                .isEqualTo("domain key deactivated");
        assertThat(active("s2")).isEqualTo(false);
    }

    @Test
    void importsAKeyAndShowsItsPublicHalf() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPair pair = rsa.generateKeyPair();
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        String pem = "-----BEGIN RSA PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(Arrays.copyOfRange(pkcs8, 26, pkcs8.length))
                + "\n-----END RSA PRIVATE KEY-----\n";

        HttpResponse<String> made = caller.multipart(
                "POST", "/v1/dkim/keys", "signing_domain", "shop.example", "selector", "own", "pem", pem);

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(record("own"))
                .containsEntry(
                        "value",
                        "k=rsa; p="
                                + Base64.getEncoder()
                                        .encodeToString(pair.getPublic().getEncoded()));
    }

    @Test
    void refusesKeysThatCannotBe() throws Exception {
        assertThat(key("signing_domain", "shop.example").statusCode()).isEqualTo(400);
        assertThat(key("signing_domain", "shop.example", "selector", "smtp").statusCode())
                .isEqualTo(400);
        assertThat(key("signing_domain", "shop.example", "selector", "x", "bits", "7")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Caller.message(key("signing_domain", "shop.example", "selector", "x", "pem", "AAAA")))
                .isEqualTo("failed to import domain key: failed to parse PEM");
        assertThat(key("signing_domain", "other.example", "selector", "x").statusCode())
                .isEqualTo(404);
        assertThat(caller.form("PUT", "/v4/domains/shop.example/keys/x/activate")
                        .statusCode())
                .isEqualTo(404);
        assertThat(caller.get("/v4/domains/other.example/keys").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> key(String... form) throws Exception {
        return caller.form("POST", "/v1/dkim/keys", form);
    }

    @Test
    void deletesAKeyButNotTheLastActiveOne() throws Exception {
        key("signing_domain", "shop.example", "selector", "s2");

        HttpResponse<String> refused = caller.delete("/v1/dkim/keys?signing_domain=shop.example&selector=smtp");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Caller.message(refused))
                .isEqualTo("cannot delete domain key: must have at least one active domain key");

        caller.form("PUT", "/v4/domains/shop.example/keys/s2/activate");
        assertThat(Caller.message(caller.delete("/v1/dkim/keys?signing_domain=shop.example&selector=smtp")))
                .isEqualTo("success");
        assertThat(Caller.message(caller.delete("/v1/dkim/keys?signing_domain=shop.example&selector=smtp")))
                .isEqualTo("domain key not found");
    }

    @Test
    void pagesThroughTheKeysOfAllDomains() throws Exception {
        SIMULATOR.domains().add("blog.example");
        key("signing_domain", "blog.example", "selector", "s2");

        HttpResponse<String> first = caller.get("/v1/dkim/keys?limit=2");
        Object next = inner(first, "paging").get("next");

        assertThat(Caller.objects(first, "items")).hasSize(2);
        assertThat(Caller.objects(caller.get(String.valueOf(next)), "items"))
                .extracting("selector")
                .containsExactly("s2");
        assertThat(Caller.objects(caller.get("/v1/dkim/keys?signing_domain=blog.example&selector=smtp"), "items"))
                .hasSize(1);
    }

    @Test
    void signsWithTheKeysOfTheRootDomainOrItsOwn() throws Exception {
        caller.form("POST", "/v4/domains", "name", "news.shop.example");
        assertThat(keyRecords("news.shop.example")).containsExactly("smtp._domainkey.shop.example");

        HttpResponse<String> own = caller.form("PUT", "/v3/domains/news.shop.example/dkim_authority", "self", "true");

        assertThat(Caller.object(own))
                .containsEntry("changed", true)
                .containsEntry("message", "Domain DKIM authority has been changed");
        assertThat(keyRecords("news.shop.example")).containsExactly("smtp._domainkey.news.shop.example");
        assertThat(Caller.object(caller.form("PUT", "/v3/domains/news.shop.example/dkim_authority", "self", "true")))
                .containsEntry("changed", false)
                .containsEntry("message", "Domain DKIM authority has not been changed");
        caller.form("PUT", "/v3/domains/news.shop.example/dkim_authority", "self", "false");
        assertThat(keyRecords("news.shop.example")).containsExactly("smtp._domainkey.shop.example");
    }

    private List<Object> keyRecords(String domain) throws Exception {
        return Caller.objects(caller.get("/v4/domains/" + domain), "sending_dns_records").stream()
                .map(record -> record.get("name"))
                .filter(name -> String.valueOf(name).contains("_domainkey"))
                .toList();
    }

    @Test
    void changesTheSelectorOfItsKey() throws Exception {
        assertThat(Caller.message(caller.form("PUT", "/v3/domains/shop.example/dkim_selector", "dkim_selector", "new")))
                .isEqualTo("DKIM selector changed");
        assertThat(keyRecords("shop.example")).containsExactly("new._domainkey.shop.example");

        key("signing_domain", "shop.example", "selector", "taken");
        assertThat(caller.form("PUT", "/v3/domains/shop.example/dkim_selector", "dkim_selector", "taken")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void rotatesTheKeyOfAVerifiedDomain() throws Exception {
        assertThat(Caller.object(caller.form("PUT", ROTATION, "rotation_enabled", "true")))
                .containsOnly(Map.entry("Description", "domain not found"));
        caller.form("PUT", "/v4/domains/shop.example", "use_automatic_sender_security", "true");
        HttpResponse<String> early = caller.form("POST", "/v1/dkim_management/domains/shop.example/rotate");
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(text(early, "Reason")).endsWith("Current state: wait_verify");

        SIMULATOR.domains().publishDnsRecords("shop.example");
        caller.form("PUT", "/v4/domains/shop.example/verify");
        assertThat(rotation("rotation_enabled", "true", "rotation_interval", "6d"))
                .containsEntry("state", "enabled")
                .containsEntry("active_selector", "pdk1")
                .containsEntry("rotation_enabled", "true")
                .containsEntry("rotation_interval", "144h");
        assertThat(Caller.message(caller.form("POST", "/v1/dkim_management/domains/shop.example/rotate")))
                .isEqualTo("ok");
        assertThat(rotation("rotation_enabled", "false"))
                .containsEntry("active_selector", "pdk2")
                .containsEntry("rotation_enabled", "false");
    }

    @Test
    void refusesRotationThatCannotBe() throws Exception {
        caller.form("PUT", "/v4/domains/shop.example", "use_automatic_sender_security", "true");

        for (String form : List.of(
                "rotation_interval=6d",
                "rotation_enabled=false&rotation_interval=6d",
                "rotation_enabled=true&rotation_interval=4d",
                "rotation_enabled=true&rotation_interval=often")) {
            HttpResponse<String> response = caller.form("PUT", ROTATION, form.split("[=&]"));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(Caller.object(response)).containsOnlyKeys("Reason");
        }
    }

    private Map<String, Object> rotation(String... form) throws Exception {
        return inner(caller.form("PUT", ROTATION, form), "domain");
    }

    @Test
    void changesWhatIsCounted() throws Exception {
        caller.form("PUT", "/v3/domains/shop.example/tracking/click", "active", "htmlonly");
        caller.form("PUT", "/v3/domains/shop.example/tracking/open", "place_at_the_top", "true");
        caller.form("PUT", "/v3/domains/shop.example/tracking/unsubscribe", "active", "yes", "text_footer", "bye");

        Map<String, Object> tracking = inner(caller.get("/v3/domains/shop.example/tracking"), "tracking");

        assertThat(tracking.get("click")).isEqualTo(Map.of("active", "htmlonly"));
        assertThat(tracking.get("open")).isEqualTo(Map.of("active", false, "place_at_the_top", true));
        assertThat(String.valueOf(tracking.get("unsubscribe"))).contains("text_footer=bye", "%unsubscribe_url%");
        assertThat(tracking.get("web_scheme")).isEqualTo("http");
        assertThat(caller.form("PUT", "/v3/domains/shop.example/tracking/click", "active", "often")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesAWebPrefixFromTheFormOrTheQuery() throws Exception {
        String path = "/v3/domains/shop.example/web_prefix";

        assertThat(Caller.message(caller.form("PUT", path, "web_prefix", "one")))
                .isEqualTo("Domain web prefix updated");
        assertThat(keyless("shop.example")).contains("one.shop.example");
        caller.form("PUT", path + "?web_prefix=two");
        assertThat(keyless("shop.example")).contains("two.shop.example");
        assertThat(caller.form("PUT", path).statusCode()).isEqualTo(400);
        assertThat(caller.form("PUT", path, "web_prefix", "a.b").statusCode()).isEqualTo(400);
    }

    private List<Object> keyless(String domain) throws Exception {
        return Caller.objects(caller.get("/v4/domains/" + domain), "sending_dns_records").stream()
                .map(record -> record.get("name"))
                .toList();
    }

    @Test
    void generatesACertificateThatIsThereAfterALook() throws Exception {
        HttpResponse<String> none = caller.get("/v2/x509/email.shop.example/status");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(Caller.object(none)).containsOnlyKeys("Description");

        HttpResponse<String> started = caller.form("POST", "/v2/x509/email.shop.example");

        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(Caller.object(started)).containsEntry("location", "/v2/x509/email.shop.example/status");
        assertThat(caller.form("PUT", "/v2/x509/email.shop.example").statusCode())
                .isEqualTo(429);
        assertThat(certificate()).containsEntry("status", "processing").doesNotContainKey("certificate");
        assertThat(certificate()).containsEntry("status", "active").containsEntry("error", null);
        assertThat(caller.form("POST", "/v2/x509/email.shop.example").statusCode())
                .isEqualTo(409);
    }

    @Test
    void regeneratesACertificateThatHasExpired() throws Exception {
        assertThat(caller.form("PUT", "/v2/x509/email.shop.example").statusCode())
                .isEqualTo(404);
        caller.form("POST", "/v2/x509/email.shop.example");
        certificate();
        HttpResponse<String> valid = caller.form("PUT", "/v2/x509/email.shop.example");
        assertThat(valid.statusCode()).isEqualTo(409);
        assertThat(text(valid, "Description")).matches("x509 certificate is still valid until [0-9]{4}-.* UTC");

        CLOCK.advance(Duration.ofDays(90));

        assertThat(certificate()).containsEntry("status", "expired");
        assertThat(caller.form("PUT", "/v2/x509/email.shop.example").statusCode())
                .isEqualTo(202);
        assertThat(certificate()).containsEntry("status", "processing");
    }

    @Test
    void generatesNoCertificateWithoutTheCnameRecord() throws Exception {
        SIMULATOR.domains().addUnverified("new.example");

        HttpResponse<String> response = caller.form("POST", "/v2/x509/email.new.example");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.object(response)).containsOnly(Map.entry("Reason", "invalid CNAME record"));
        assertThat(caller.form("POST", "/v2/x509/other.shop.example").statusCode())
                .isEqualTo(404);
    }

    private Map<String, Object> certificate() throws Exception {
        return Caller.object(caller.get("/v2/x509/email.shop.example/status"));
    }

    @Test
    void addsSmtpUsersAndShowsGeneratedPasswordsOnce() throws Exception {
        HttpResponse<String> generated =
                caller.form("POST", CREDENTIALS, "login", "Ada", "mailbox", "bob@shop.example");

        assertThat(Caller.object(generated))
                .containsEntry("message", "Created 2 credentials pair(s)")
                .containsKey("note");
        assertThat(inner(generated, "credentials").keySet().toString())
                .isEqualTo("[ada@shop.example, bob@shop.example]");
        Map<String, Object> listed =
                Caller.objects(caller.get(CREDENTIALS), "items").get(0);
        assertThat(listed)
                .containsEntry("login", "ada@shop.example")
                .containsEntry("mailbox", "ada@shop.example")
                .containsEntry("size_bytes", null)
                .containsKey("created_at")
                .doesNotContainKey("password");
    }

    @Test
    void showsNoPasswordThatItWasGiven() throws Exception {
        HttpResponse<String> response = caller.form("POST", CREDENTIALS, "login", "ada", "password", "open sesame");

        assertThat(Caller.object(response)).containsOnly(Map.entry("message", "Created 1 credentials pair(s)"));
        HttpResponse<String> changed = caller.form("PUT", CREDENTIALS + "/ada@shop.example", "password", "open barley");
        assertThat(Caller.object(changed)).containsOnly(Map.entry("message", "Password changed"));
        assertThat(Caller.object(caller.form("PUT", CREDENTIALS + "/ada@shop.example")))
                .containsKey("credentials");
    }

    @Test
    void refusesSmtpUsersThatCannotBe() throws Exception {
        caller.form("POST", CREDENTIALS, "login", "ada");

        assertThat(Caller.message(caller.form("POST", CREDENTIALS, "password", "open sesame")))
                .isEqualTo("Parameter 'login' is missing");
        assertThat(caller.form("POST", CREDENTIALS, "login", "ada").statusCode())
                .isEqualTo(400);
        assertThat(caller.form("POST", CREDENTIALS, "login", "eve@other.example")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.form("POST", CREDENTIALS, "login", "eve", "password", "tiny")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.form("POST", CREDENTIALS, "login", "a", "login", "b", "password", "long enough")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Caller.message(caller.get(CREDENTIALS + "?limit=1001")))
                .isEqualTo("Limit parameter can't be larger than 1000");
        assertThat(Caller.message(caller.form("PUT", CREDENTIALS + "/eve"))).isEqualTo("Credentials not found");
        assertThat(Caller.object(caller.get(CREDENTIALS))).containsEntry("total_count", 1L);
    }

    @Test
    void deletesSmtpUsersButNotThoseOfTheSystem() throws Exception {
        caller.form("PUT", "/v4/domains/shop.example", "smtp_password", "open sesame");
        caller.form("POST", CREDENTIALS, "login", "ada", "login", "bob", "login", "eve");

        assertThat(Caller.object(caller.delete(CREDENTIALS + "/ada@shop.example")))
                .containsEntry("spec", "ada@shop.example");
        assertThat(Caller.message(caller.delete(CREDENTIALS + "/postmaster@shop.example")))
                .isEqualTo("Cannot delete system mailbox: postmaster@shop.example");
        assertThat(Caller.object(caller.delete(CREDENTIALS)))
                .containsEntry("message", "All domain credentials have been deleted")
                .containsEntry("count", 2L);
        assertThat(Caller.objects(caller.get(CREDENTIALS), "items"))
                .extracting("login")
                .containsExactly("postmaster@shop.example");
    }

    private @Nullable Object active(String selector) throws Exception {
        return record(selector).get("is_active");
    }

    private Map<String, Object> record(String selector) throws Exception {
        return Caller.objects(caller.get("/v4/domains/shop.example/keys"), "items").stream()
                .filter(key -> selector.equals(key.get("selector")))
                .map(key -> object(key.get("dns_record")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> inner(HttpResponse<String> response, String field) {
        return object(Caller.object(response).get(field));
    }

    private static String text(HttpResponse<String> response, String field) {
        return String.valueOf(Caller.object(response).get(field));
    }

    @SuppressWarnings("unchecked") // the tests know what they asked for
    private static Map<String, Object> object(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
