package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.net.http.HttpRequest.BodyPublishers;
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

class IpsIT {
    private static final AdjustableClock CLOCK = new AdjustableClock();
    private static final Simulator SIMULATOR = Simulator.builder()
            .clock(CLOCK)
            .regions("us", "eu")
            .account("parent", "key-parent")
            .subaccount("parent", "first")
            .subaccount("parent", "second")
            .start();

    private final Caller caller = Caller.of(SIMULATOR);
    private final Caller first = caller.with("X-Mailgun-On-Behalf-Of", "first");

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void startsWithOneSharedAddress() throws Exception {
        HttpResponse<String> response = caller.get("/v3/ips");

        assertThat(Caller.object(response))
                .containsEntry("items", List.of("192.0.2.1"))
                .containsEntry("total_count", 1L)
                .containsEntry("assignable_to_pools", List.of());
    }

    @Test
    void listsDedicatedAndEnabledAddressesAlone() throws Exception {
        SIMULATOR.ips().addDedicated("198.51.100.1", "198.51.100.2");
        SIMULATOR.ips().disable("198.51.100.2");

        assertThat(Caller.object(caller.get("/v3/ips?dedicated=true")))
                .containsEntry("items", List.of("198.51.100.1", "198.51.100.2"));
        assertThat(Caller.object(caller.get("/v3/ips?dedicated=true&enabled=true")))
                .containsEntry("items", List.of("198.51.100.1"));
    }

    @Test
    void keepsTheAddressesOfRegionsApart() throws Exception {
        SIMULATOR.account().inRegion("eu").ips().addDedicated("198.51.100.9");

        assertThat(caller.get("/v3/ips/198.51.100.9").statusCode()).isEqualTo(404);
        assertThat(Caller.object(
                        Caller.at(SIMULATOR.baseUrl("eu"), SIMULATOR.key()).get("/v3/ips/198.51.100.9")))
                .isEqualTo(Map.of("ip", "198.51.100.9", "dedicated", true, "rdns", "ip198-51-100-9.mailgun.net"));
    }

    @Test
    void requestsAddressesUpToTheBillingPlan() throws Exception {
        SIMULATOR.ips().allow(1);

        assertThat(Caller.object(caller.get("/v3/ips/request/new")))
                .isEqualTo(Map.of("allowed", Map.of("dedicated", 1L, "shared", 0L)));
        assertThat(caller.form("POST", "/v3/ips/request/new").statusCode()).isEqualTo(200);
        assertThat(caller.form("POST", "/v3/ips/request/new").statusCode()).isEqualTo(403);
        assertThat(Caller.object(caller.get("/v3/ips?dedicated=true"))).containsEntry("total_count", 1L);
    }

    @Test
    void listsALinkedAddressOnceMoreForEachSubaccount() throws Exception {
        SIMULATOR.ips().addDedicated("198.51.100.1");
        caller.form("PATCH", "/v3/ips/subaccounts", "subaccount_id", "first", "link_ip", "198.51.100.1");

        assertThat(Caller.objects(caller.get("/v3/ips/details/all?ip=198."), "items"))
                .extracting(item -> item.get("account_id"))
                .containsExactly("parent", "first");
        assertThat(Caller.objects(caller.get("/v3/ips/details/all?subaccount_id=any"), "items"))
                .extracting(item -> item.get("account_id"))
                .containsExactly("first");
        assertThat(Caller.object(
                        caller.get("/v3/ips/details/all?limit=1&skip=1&sort_by=address&sort_order=descending")))
                .containsEntry("total_count", 3L)
                .extractingByKey("items")
                .asInstanceOf(LIST)
                .hasSize(1);
    }

    @Test
    void findsTheDomainsOfAnAddressByWordsOfTheirNames() throws Exception {
        SIMULATOR.domains().add("shop.example.com");
        SIMULATOR.domains().add("news.example.org");

        assertThat(Caller.object(caller.get("/v3/ips/192.0.2.1/domains?search=news,blog")))
                .containsEntry("total_count", 1L);
        assertThat(Caller.objects(caller.get("/v3/ips/192.0.2.1/domains?limit=1&skip=1"), "items"))
                .extracting(item -> item.get("domain"))
                .containsExactly("news.example.org");
    }

    @Test
    void replacesAnAddressAtEveryDomain() throws Exception {
        SIMULATOR.domains().add("shop.example.com");
        SIMULATOR.domains().add("news.example.org");
        SIMULATOR.ips().addDedicated("198.51.100.1", "198.51.100.2");
        caller.form("POST", "/v3/ips/198.51.100.1/domains");

        HttpResponse<String> response = caller.delete("/v3/ips/198.51.100.1/domains?alternative=198.51.100.2");

        assertThat(Caller.object(response)).containsEntry("message", "started").containsKey("reference_id");
        assertThat(Caller.object(caller.get("/v3/ips/198.51.100.1/domains"))).containsEntry("total_count", 0L);
        assertThat(Caller.object(caller.get("/v3/ips/198.51.100.2/domains"))).containsEntry("total_count", 2L);
    }

    @Test
    void linksAddressesToSubaccountsAndUnlinksThem() throws Exception {
        SIMULATOR.ips().addDedicated("198.51.100.1");

        HttpResponse<String> linked =
                caller.form("PATCH", "/v3/ips/subaccounts", "subaccount_id", "first", "link_ip", "198.51.100.1");
        assertThat(Caller.message(linked)).isEqualTo("success");
        assertThat(first.get("/v3/ips/198.51.100.1").statusCode()).isEqualTo(200);

        caller.form("PATCH", "/v3/ips/subaccounts", "subaccount_id", "first", "unlink_ip", "198.51.100.1");
        assertThat(first.get("/v3/ips/198.51.100.1").statusCode()).isEqualTo(404);
    }

    @Test
    void queuesAChangeForAllSubaccountsAndMakesItLater() throws Exception {
        SIMULATOR.ips().addDedicated("198.51.100.1");

        HttpResponse<String> queued =
                caller.form("PATCH", "/v3/ips/subaccounts", "all_subaccounts", "true", "link_ip", "198.51.100.1");

        assertThat(Caller.message(queued)).isEqualTo("queued");
        assertThat(first.get("/v3/ips/198.51.100.1").statusCode()).isEqualTo(404);
        CLOCK.advance(Duration.ofSeconds(10));
        assertThat(first.get("/v3/ips/198.51.100.1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "subaccount_id=first&all_subaccounts=true&link_ip=198.51.100.1, 400",
        "link_ip=198.51.100.1, 400",
        "subaccount_id=first, 400",
        "subaccount_id=first&link_ip=192.0.2.1, 400",
        "subaccount_id=first&link_ip=198.51.100.7, 404",
        "subaccount_id=nobody&link_ip=198.51.100.1, 404"
    })
    void refusesALinkAgainstTheRules(String form, int status) throws Exception {
        SIMULATOR.ips().addDedicated("198.51.100.1");

        HttpResponse<String> response = caller.send(
                "PATCH", "/v3/ips/subaccounts", BodyPublishers.ofString(form), "application/x-www-form-urlencoded");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(first.get("/v3/ips/198.51.100.1").statusCode()).isEqualTo(404);
    }

    @Test
    void doesNotUnlinkAnAddressThatADomainOfTheSubaccountSendsFrom() throws Exception {
        SIMULATOR.ips().addDedicated("198.51.100.1");
        SIMULATOR.account("first").domains().add("sub.example.com");
        caller.form("PATCH", "/v3/ips/subaccounts", "subaccount_id", "first", "link_ip", "198.51.100.1");
        first.form("POST", "/v3/domains/sub.example.com/ips", "ip", "198.51.100.1");

        HttpResponse<String> response =
                caller.form("PATCH", "/v3/ips/subaccounts", "subaccount_id", "first", "unlink_ip", "198.51.100.1");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(first.get("/v3/ips/198.51.100.1").statusCode()).isEqualTo(200);
    }

    @Test
    void linksNoPooledAddressByTheOlderOperation() throws Exception {
        SIMULATOR.ips().addDedicated("198.51.100.1", "198.51.100.2");
        caller.multipart("POST", "/v3/ip_pools", "name", "p", "description", "d", "ip", "198.51.100.1");

        assertThat(caller.form("PUT", "/v5/accounts/subaccounts/first/ip", "ip", "198.51.100.1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.form("PUT", "/v5/accounts/subaccounts/first/ip", "ip", "198.51.100.2")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void spillsIntoAPoolThatHasAWarmAddressOnly() throws Exception {
        SIMULATOR.ips().addDedicated("198.51.100.1");
        Object pool = Caller.object(
                        caller.multipart("POST", "/v3/ip_pools", "name", "p", "description", "d", "ip", "198.51.100.1"))
                .get("pool_id");
        Map<String, Object> settings = Map.of("extra_dedicated_ips", Map.of("pool_id", pool));
        caller.form("POST", "/v3/ip_warmups/198.51.100.1");

        assertThat(caller.json("PATCH", "/v3/ips/account/settings", settings).statusCode())
                .isEqualTo(400);

        caller.delete("/v3/ip_warmups/198.51.100.1");
        assertThat(caller.json("PATCH", "/v3/ips/account/settings", settings).statusCode())
                .isEqualTo(200);
        assertThat(Caller.object(caller.get("/v3/ips/account/settings"))).isEqualTo(settings);
    }

    @Test
    void warmsAnAddressUpByTheClock() throws Exception {
        SIMULATOR.ips().addDedicated("198.51.100.1");
        caller.form("POST", "/v3/ip_warmups/198.51.100.1");
        CLOCK.advance(Duration.ofHours(54));

        assertThat(Caller.objects(caller.get("/v3/ip_warmups"), "items").get(0))
                .containsEntry("ip", "198.51.100.1")
                .containsEntry("stage_number", 3L)
                .containsEntry("stage_start_volume", 3000L)
                .containsEntry("stage_volume_limit", 4000L)
                .containsEntry("sent_within_stage", "25%");
        Map<?, ?> details = (Map<?, ?>) Objects.requireNonNull(
                Caller.object(caller.get("/v3/ip_warmups/198.51.100.1")).get("details"));
        assertThat(details.get("stage_history")).asInstanceOf(LIST).hasSize(2);

        CLOCK.advance(Duration.ofDays(13));
        assertThat(caller.get("/v3/ip_warmups/198.51.100.1").statusCode()).isEqualTo(404);
        assertThat(Caller.objects(caller.get("/v3/ip_warmups"), "items")).isEmpty();
    }

    @Test
    void warmsNoSharedAddressUp() throws Exception {
        assertThat(caller.form("POST", "/v3/ip_warmups/192.0.2.1").statusCode()).isEqualTo(400);
    }

    @Test
    void makesSubaccountsThatCanBeActedFor() throws Exception {
        Map<?, ?> made = (Map<?, ?>)
                Objects.requireNonNull(Caller.object(caller.form("POST", "/v5/accounts/subaccounts?name=Shop"))
                        .get("subaccount"));

        assertThat(caller.with("X-Mailgun-On-Behalf-Of", String.valueOf(made.get("id")))
                        .get("/v3/ips")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Caller.object(caller.get("/v5/accounts/subaccounts"))).containsEntry("total", 3L);
        assertThat(Caller.object(caller.get("/v5/accounts/subaccounts/" + made.get("id"))))
                .containsEntry("subaccount", made);
        assertThat(first.form("POST", "/v5/accounts/subaccounts?name=Nested").statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesSeedsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> SIMULATOR.ips().addDedicated("all"));
        assertThatIllegalArgumentException().isThrownBy(() -> SIMULATOR.ips().disable("198.51.100.1"));
        assertThatIllegalArgumentException().isThrownBy(() -> SIMULATOR.ips().allow(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> SIMULATOR.ips().reputation("nobody.example", 0, 0, 0));
    }
}
