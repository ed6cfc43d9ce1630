package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainsIT {
    private static final AdjustableClock CLOCK = new AdjustableClock();
    private static final Simulator SIMULATOR = Simulator.builder()
            .clock(CLOCK)
            .regions("us", "eu")
            .account("main", "key-main")
            .subaccount("main", "sub")
            .account("other", "key-other")
            .start();

    private final Caller caller = Caller.of(SIMULATOR);

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void createsADomainAndSaysWhichDnsRecordsItNeeds() throws Exception {
        HttpResponse<String> response = caller.multipart("POST", "/v4/domains", "name", "Shop.example");

        assertThat(Caller.message(response)).isEqualTo("Domain DNS records have been created");
        assertThat(domain(response))
                .containsEntry("name", "shop.example")
                .containsEntry("state", "unverified")
                .containsEntry("type", "custom")
                .containsEntry("is_disabled", false)
                .containsEntry("spam_action", "disabled")
                .containsEntry("web_prefix", "email")
                .containsEntry("web_scheme", "http")
                .containsEntry("smtp_login", "postmaster@shop.example")
                .containsEntry("created_at", "Fri, 23 Jan 2026 10:16:00 GMT")
                .doesNotContainKeys("disabled", "subaccount_id", "archive_to");
        assertThat(Caller.objects(response, "receiving_dns_records"))
                .hasSize(2)
                .allSatisfy(record -> assertThat(record)
                        .containsEntry("record_type", "MX")
                        .containsEntry("priority", "10")
                        .containsEntry("valid", "unknown")
                        .containsEntry("cached", List.of()));
        assertThat(Caller.objects(response, "sending_dns_records"))
                .extracting(record -> record.get("record_type") + " " + record.get("name"))
                .containsExactly("TXT smtp._domainkey.shop.example", "TXT shop.example", "CNAME email.shop.example");
    }

    @Test
    void takesEverySettingOfANewDomain() throws Exception {
        HttpResponse<String> response = caller.form(
                "POST",
                "/v4/domains",
                "name",
                "shop.example",
                "spam_action",
                "tag",
                "wildcard",
                "true",
                "web_prefix",
                "links",
                "web_scheme",
                "https",
                "require_tls",
                "true",
                "skip_verification",
                "true",
                "archive_to",
                "https://a.example",
                "encrypt_incoming_message",
                "true",
                "message_ttl",
                "3600",
                "dkim_selector",
                "s1",
                "dkim_key_size",
                "2048");

        assertThat(domain(response))
                .containsEntry("spam_action", "tag")
                .containsEntry("wildcard", true)
                .containsEntry("web_prefix", "links")
                .containsEntry("web_scheme", "https")
                .containsEntry("require_tls", true)
                .containsEntry("skip_verification", true)
                .containsEntry("archive_to", "https://a.example")
                .containsEntry("encrypt_incoming_message", true)
                .containsEntry("message_ttl", 3600L);
        assertThat(Caller.objects(response, "sending_dns_records").get(0))
                .containsEntry("name", "s1._domainkey.shop.example")
                .extractingByKey("value")
                .asString()
                .startsWith("k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A")
                .hasSize("k=rsa; p=".length() + 392);
    }

    @Test
    void refusesANameThatIsTakenInWhateverAccountOrRegion() throws Exception {
        SIMULATOR.domains().add("one.example");
        SIMULATOR.account("other").inRegion("eu").domains().add("two.example");

        for (String name : List.of("one.example", "ONE.example", "two.example")) {
            HttpResponse<String> response = caller.form("POST", "/v4/domains", "name", name);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(Caller.message(response)).isEqualTo("This domain name is already taken");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wildcard=true, name",
        "name=nodots, nodots",
        "name=a.example&spam_action=eat, spam_action",
        "name=a.example&web_scheme=ftp, web_scheme",
        "name=a.example&web_prefix=a.b, web_prefix",
        "name=a.example&wildcard=perhaps, wildcard",
        "name=a.example&dkim_key_size=512, dkim_key_size",
        "name=a.example&dkim_selector=a.b, dkim_selector",
        "name=a.example&message_ttl=long, message_ttl",
        "name=a.example&smtp_password=four, too short",
        "name=a.example&dkim_host_name=b.example, dkim_host_name",
        "name=a.example&dkim_host_name=a.example&force_dkim_authority=true, dkim_host_name",
    })
    void refusesADomainThatCannotBe(String form, String named) throws Exception {
        HttpResponse<String> response = caller.form("POST", "/v4/domains", form.split("[=&]"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response).toString()).contains(named);
        assertThat(Caller.object(caller.get("/v4/domains"))).containsEntry("total_count", 0L);
    }

    @Test
    void keepsADomainInItsRegionAndItsAccount() throws Exception {
        SIMULATOR.domains().add("shop.example");

        assertThat(caller.get("/v4/domains/shop.example").statusCode()).isEqualTo(200);
        for (Caller elsewhere : List.of(
                Caller.at(SIMULATOR.baseUrl("eu"), "key-main"),
                Caller.at(SIMULATOR.baseUrl("us"), "key-other"),
                caller.with("X-Mailgun-On-Behalf-Of", "sub"))) {
            HttpResponse<String> response = elsewhere.get("/v4/domains/shop.example");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(Caller.message(response)).isEqualTo("Domain not found: shop.example");
        }
    }

    @Test
    void becomesActiveWhenItsRecordsArePublishedAndVerified() throws Exception {
        caller.form("POST", "/v4/domains", "name", "shop.example");
        assertThat(domain(caller.form("PUT", "/v4/domains/shop.example/verify")))
                .containsEntry("state", "unverified");

        SIMULATOR.domains().publishDnsRecords("shop.example");
        assertThat(domain(caller.get("/v4/domains/shop.example"))).containsEntry("state", "unverified");
        HttpResponse<String> verified = caller.form("PUT", "/v4/domains/shop.example/verify");

        assertThat(domain(verified)).containsEntry("state", "active");
        assertThat(Caller.objects(verified, "sending_dns_records"))
                .allSatisfy(record -> assertThat(record)
                        .containsEntry("valid", "valid")
                        .containsEntry("is_active", true)
                        .containsEntry("cached", List.of(Objects.requireNonNull(record.get("value")))));
        assertThat(Caller.objects(verified, "receiving_dns_records").get(0))
                .containsEntry("cached", List.of("10 mxa.mailgun.org"));
    }

    @Test
    void isNoLongerActiveWhenItsRecordsAreGone() throws Exception {
        SIMULATOR.domains().add("shop.example");
        SIMULATOR.domains().withdrawDnsRecords("shop.example");

        assertThat(domain(caller.get("/v4/domains/shop.example"))).containsEntry("state", "active");
        assertThat(domain(caller.form("PUT", "/v4/domains/shop.example/verify")))
                .containsEntry("state", "unverified");
    }

    @Test
    void takesTheRecordsBelowPublishedExampleForPublished() throws Exception {
        caller.form("POST", "/v4/domains", "name", "shop.published.example");

        assertThat(domain(caller.form("PUT", "/v4/domains/shop.published.example/verify")))
                .containsEntry("state", "active");
    }

    @Test
    void verifiesTenTimesAMinute() throws Exception {
        SIMULATOR.domains().add("shop.example");
        for (int i = 0; i < 10; i++) {
            assertThat(caller.form("PUT", "/v4/domains/shop.example/verify").statusCode())
                    .isEqualTo(200);
        }

        assertThat(caller.form("PUT", "/v4/domains/shop.example/verify").statusCode())
                .isEqualTo(429);
    }

    @Test
    void changesSettingsAndLeavesTheOthers() throws Exception {
        SIMULATOR.domains().add("shop.example");
        caller.form("PUT", "/v4/domains/shop.example", "spam_action", "block");

        HttpResponse<String> response = caller.form("PUT", "/v4/domains/shop.example", "wildcard", "true");

        assertThat(Caller.message(response)).isEqualTo("Domain has been updated");
        assertThat(domain(response))
                .containsEntry("spam_action", "block")
                .containsEntry("wildcard", true)
                .containsEntry("state", "active");
    }

    @Test
    void mustBeVerifiedAnewAfterAChangeOfSenderSecurity() throws Exception {
        SIMULATOR.domains().add("shop.example");

        HttpResponse<String> response =
                caller.form("PUT", "/v4/domains/shop.example", "use_automatic_sender_security", "true");

        assertThat(domain(response)).containsEntry("state", "unverified");
        assertThat(Caller.objects(response, "sending_dns_records"))
                .filteredOn("record_type", "CNAME")
                .extracting("name")
                .containsExactly("pdk1._domainkey.shop.example", "pdk2._domainkey.shop.example", "email.shop.example");
    }

    @Test
    void changesNothingWhereOneSettingIsRefused() throws Exception {
        SIMULATOR.domains().add("shop.example");

        assertThat(caller.form("PUT", "/v4/domains/shop.example", "wildcard", "true", "message_ttl", "x")
                        .statusCode())
                .isEqualTo(400);

        assertThat(domain(caller.get("/v4/domains/shop.example"))).containsEntry("wildcard", false);
    }

    @Test
    void changesHowMessagesAreDelivered() throws Exception {
        SIMULATOR.domains().add("shop.example");

        HttpResponse<String> response =
                caller.form("PUT", "/v3/domains/shop.example/connection", "require_tls", "true", "wildcard", "true");

        assertThat(Caller.message(response).toString()).startsWith("Domain connection settings have been updated");
        assertThat(Caller.object(caller.get("/v3/domains/shop.example/connection")))
                .containsOnly(Map.entry("require_tls", true), Map.entry("skip_verification", false));
        assertThat(domain(caller.get("/v4/domains/shop.example"))).containsEntry("wildcard", false);
    }

    @Test
    void deletesADomainAndWhatBelongsToIt() throws Exception {
        SIMULATOR.domains().add("shop.example");
        caller.form("POST", "/v3/domains/shop.example/credentials", "login", "ada");

        assertThat(Caller.message(caller.delete("/v3/domains/shop.example")))
                .isEqualTo("Domain will be deleted in the background");

        assertThat(caller.get("/v4/domains/shop.example").statusCode()).isEqualTo(404);
        SIMULATOR.domains().addUnverified("shop.example");
        assertThat(Caller.objects(caller.get("/v4/domains/shop.example"), "sending_dns_records"))
                .allSatisfy(record -> assertThat(record).containsEntry("valid", "unknown"));
        assertThat(Caller.object(caller.get("/v3/domains/shop.example/credentials")))
                .containsEntry("total_count", 0L);
    }

    @Test
    void deletesNoSandboxNoDisabledDomainAndNoAuthorityOfAnother() throws Exception {
        SIMULATOR.domains().addSandbox("sandbox1.mailgun.org");
        SIMULATOR.domains().add("bad.example");
        SIMULATOR.domains().disable("bad.example", "too many complaints");
        SIMULATOR.domains().add("root.example");
        caller.form("POST", "/v4/domains", "name", "shop.root.example");

        for (String name : List.of("sandbox1.mailgun.org", "bad.example", "root.example")) {
            assertThat(caller.delete("/v3/domains/" + name).statusCode()).isEqualTo(400);
            assertThat(caller.get("/v4/domains/" + name).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysWhyADomainIsDisabled() throws Exception {
        SIMULATOR.domains().add("bad.example");
        SIMULATOR.domains().disable("bad.example", "too many complaints");

        assertThat(domain(caller.get("/v4/domains/bad.example")))
                .containsEntry("state", "disabled")
                .containsEntry("is_disabled", true)
                .extractingByKey("disabled")
                .asString()
                .contains("too many complaints");
    }

    @Test
    void listsDomainsByFilterAndOrder() throws Exception {
        SIMULATOR.domains().add("b.example");
        SIMULATOR.domains().addUnverified("a.example");
        SIMULATOR.domains().add("shop.b.example");
        SIMULATOR.account("main").inRegion("eu").domains().add("elsewhere.example");
        SIMULATOR.account("sub").domains().add("sub.example");

        assertThat(names("")).containsExactly("shop.b.example", "a.example", "b.example");
        assertThat(names("?sort=name")).containsExactly("a.example", "b.example", "shop.b.example");
        assertThat(names("?sort=name:desc")).containsExactly("shop.b.example", "b.example", "a.example");
        assertThat(names("?state=unverified")).containsExactly("a.example");
        assertThat(names("?authority=b.example&sort=name")).containsExactly("b.example", "shop.b.example");
        assertThat(names("?search=B.ex&sort=name")).containsExactly("b.example", "shop.b.example");
        assertThat(names("?include_subaccounts=true&search=sub")).containsExactly("sub.example");
        assertThat(names("?sort=name&skip=1&limit=1")).containsExactly("b.example");
        assertThat(caller.get("/v4/domains?sort=size").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesSeedsThatCannotBe() {
        DomainSeeds domains = SIMULATOR.domains();
        domains.add("shop.example");

        assertThatIllegalArgumentException().isThrownBy(() -> domains.add("Shop.example"));
        assertThatIllegalArgumentException().isThrownBy(() -> domains.add("no domain"));
        assertThatIllegalArgumentException().isThrownBy(() -> domains.publishDnsRecords("other.example"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIMULATOR.account().inRegion("eu").domains().disable("shop.example", ""));
    }

    private List<Object> names(String query) throws Exception {
        return Caller.objects(caller.get("/v4/domains" + query), "items").stream()
                .map(item -> Objects.requireNonNull(item.get("name")))
                .toList();
    }

    @SuppressWarnings("unchecked") // the tests know what they asked for
    private static Map<String, Object> domain(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return (Map<String, Object>)
                Objects.requireNonNull(Caller.object(response).get("domain"));
    }
}
