package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamicIpPoolsIT {
    private static final AdjustableClock CLOCK = new AdjustableClock();
    private static final Simulator SIMULATOR = Simulator.builder()
            .clock(CLOCK)
            .account("parent", "key-parent")
            .subaccount("parent", "first")
            .start();

    private final Caller caller = Caller.of(SIMULATOR);

    @BeforeEach
    void reset() throws Exception {
        SIMULATOR.reset();
        SIMULATOR.ips().addDedicated("198.51.100.1", "198.51.100.2", "198.51.100.3", "198.51.100.4");
        SIMULATOR.domains().add("one.example.com");
        SIMULATOR.domains().add("two.example.com");
        SIMULATOR.account("first").domains().add("sub.example.com");
        caller.multipart(
                "POST", "/v3/dynamic_pools/all",
                "good_reputation", "198.51.100.1",
                "poor_reputation", "198.51.100.2",
                "new_senders", "198.51.100.3");
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void showsThePoolsByNameAndByReputation() throws Exception {
        HttpResponse<String> response = caller.get("/v3/dynamic_pools");

        assertThat(Caller.object(response))
                .containsEntry("good_reputation", List.of("198.51.100.1"))
                .containsEntry("poor_reputation", List.of("198.51.100.2"))
                .containsEntry("new_senders", List.of("198.51.100.3"));
        assertThat(Caller.objects(response, "pools"))
                .extracting(pool -> pool.get("name"))
                .containsExactly("dynamic_good", "dynamic_poor", "dynamic_new");
    }

    @Test
    void keepsAnAddressThatIsNotWarmingInEachPool() throws Exception {
        caller.form("POST", "/v3/ip_warmups/198.51.100.4");

        assertThat(caller.multipart(
                                "PATCH",
                                "/v3/dynamic_pools/dynamic_good",
                                "add_ip",
                                "198.51.100.4",
                                "remove_ip",
                                "198.51.100.1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.form("POST", "/v3/dynamic_pools/dynamic_good/198.51.100.4")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void putsAnAddressIntoOneDynamicPoolOnly() throws Exception {
        assertThat(caller.form("POST", "/v3/dynamic_pools/dynamic_good/198.51.100.2")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void linksNoAddressOfADynamicPoolToASubaccount() throws Exception {
        assertThat(caller.form("PATCH", "/v3/ips/subaccounts", "subaccount_id", "first", "link_ip", "198.51.100.1")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 0.0001, 5000, dynamic_good",
        "0.25, 0.0001, 5000, dynamic_poor",
        "0.01, 0.02, 5000, dynamic_poor",
        "0.25, 0.02, 10, dynamic_new"
    })
    void putsADomainWhereItsReputationBelongs(double bounces, double complaints, long messages, String pool)
            throws Exception {
        SIMULATOR.ips().reputation("one.example.com", bounces, complaints, messages);

        assertThat(Caller.object(caller.get("/v1/dynamic_pools/domains/one.example.com/preview")))
                .containsEntry("pool", pool);
        enroll("one.example.com");
        assertThat(Caller.objects(caller.get("/v1/dynamic_pools/domains"), "items")
                        .get(0))
                .containsEntry("name", "one.example.com")
                .containsEntry("pool", pool)
                .containsEntry("override", false);
    }

    @Test
    void sendsFromTheAddressesOfItsPool() throws Exception {
        enroll("one.example.com");
        SIMULATOR.ips().reputation("one.example.com", 0.25, 0, 5000);

        assertThat(Caller.object(caller.get("/v3/domains/one.example.com/ips")))
                .containsEntry("items", List.of("198.51.100.2"));
    }

    @Test
    void leavesADomainWhereItWasPutByHand() throws Exception {
        enroll("one.example.com");
        caller.multipart("PUT", "/v1/dynamic_pools/domains/one.example.com/override", "pool", "dynamic_poor");
        SIMULATOR.ips().reputation("one.example.com", 0, 0, 5000);

        assertThat(poolOf("one.example.com")).isEqualTo("dynamic_poor");

        caller.delete("/v1/dynamic_pools/domains/one.example.com/override");
        assertThat(poolOf("one.example.com")).isEqualTo("dynamic_good");
    }

    @Test
    void namesTheFieldOfAPoolThatDoesNotExist() throws Exception {
        enroll("one.example.com");

        HttpResponse<String> response =
                caller.multipart("PUT", "/v1/dynamic_pools/domains/one.example.com/override", "pool", "invalid_name");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.object(response)).isEqualTo(Map.of("Field", "pool", "Value", "invalid_name"));
    }

    @Test
    void writesTheMovesDownAndFiltersThem() throws Exception {
        enroll("one.example.com");
        SIMULATOR.ips().reputation("one.example.com", 0, 0, 5000);
        CLOCK.advance(Duration.ofHours(1));
        SIMULATOR.ips().reputation("one.example.com", 0.5, 0, 6000);

        Map<String, Object> last = Caller.object(caller.get("/v1/dynamic_pools/domains/one.example.com/history"));
        assertThat(last)
                .containsEntry("prev_band", "dynamic_good")
                .containsEntry("new_band", "dynamic_poor")
                .containsEntry("reason", "bounce_rate in poor threshold")
                .containsEntry("initiated_by", "system");
        assertThat(moves("")).containsExactly("dynamic_poor", "dynamic_good");
        assertThat(moves("&moved_to=dynamic_good")).containsExactly("dynamic_good");
        assertThat(moves("&moved_from=dynamic_good")).containsExactly("dynamic_poor");
        assertThat(moves("&domain=two.example.com")).isEmpty();
        assertThat(moves("&after=Fri,%2023%20Jan%202099%2010:16:00%20GMT")).isEmpty();
        assertThat(moves("&before=Fri,%2023%20Jan%202099%2010:16:00%20%2B0000")).hasSize(2);
        assertThat(caller.get("/v1/dynamic_pools/history?before=yesterday").statusCode())
                .isEqualTo(400);
    }

    @Test
    void pagesByUrlsWithCapitalisedNames() throws Exception {
        enroll("one.example.com");
        enroll("two.example.com");

        List<Object> names = new ArrayList<>();
        String next = "/v1/dynamic_pools/domains?limit=1&sort_order=descending";
        for (int page = 0; page < 3; page++) {
            HttpResponse<String> response = caller.get(next);
            Caller.objects(response, "items").forEach(item -> names.add(Objects.requireNonNull(item.get("name"))));
            Map<?, ?> paging =
                    (Map<?, ?>) Objects.requireNonNull(Caller.object(response).get("paging"));
            assertThat(paging.keySet()).isEqualTo(Set.of("First", "Next", "Previous", "Last"));
            assertThat(Caller.object(response)).containsEntry("total_items", 2L);
            next = String.valueOf(paging.get("Next"));
        }
        assertThat(names).containsExactly("two.example.com", "one.example.com");
    }

    @Test
    void takesTheCapitalisedLimitOfTheHistory() throws Exception {
        enroll("one.example.com");
        SIMULATOR.ips().reputation("one.example.com", 0, 0, 5000);
        SIMULATOR.ips().reputation("one.example.com", 0.5, 0, 6000);

        assertThat(Caller.objects(caller.get("/v1/dynamic_pools/history?Limit=1"), "items"))
                .hasSize(1);
    }

    @Test
    void enrollsAllDomainsInTheBackground() throws Exception {
        caller.form("POST", "/v3/domains/all/dynamic_pools/enroll?include_subaccounts=true");
        assertThat(Caller.objects(caller.get("/v1/dynamic_pools/domains"), "items"))
                .isEmpty();

        CLOCK.advance(Duration.ofSeconds(10));

        assertThat(Caller.objects(caller.get("/v1/dynamic_pools/domains?account=first"), "items"))
                .extracting(item -> item.get("name"))
                .containsExactly("sub.example.com");
        assertThat(Caller.object(caller.get("/v1/dynamic_pools/domains"))).containsEntry("total_items", 3L);
        assertThat(Caller.object(caller.get("/v3/domains/dynamic_pools/assignable")))
                .containsEntry("items", List.of());
    }

    @Test
    void listsTheDomainsThatCanBeEnrolledByRegularExpression() throws Exception {
        enroll("two.example.com");

        assertThat(Caller.objects(caller.get("/v3/domains/dynamic_pools/assignable?domain=%5E(one%7Ctwo)"), "items"))
                .extracting(item -> item.get("name"))
                .containsExactly("one.example.com");
        assertThat(Caller.objects(caller.get("/v3/domains/dynamic_pools/assignable?subaccount_id=first"), "items"))
                .extracting(item -> item.get("name"))
                .containsExactly("sub.example.com");
        assertThat(caller.get("/v3/domains/dynamic_pools/assignable?domain=%5B").statusCode())
                .isEqualTo(400);
    }

    @Test
    void removesADomainForOneReplacement() throws Exception {
        enroll("one.example.com");

        assertThat(caller.delete("/v3/domains/one.example.com/dynamic_pools").statusCode())
                .isEqualTo(400);
        assertThat(caller.delete("/v3/domains/one.example.com/dynamic_pools?replacement_ip=198.51.100.1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.delete("/v3/domains/one.example.com/dynamic_pools?replacement_ip=198.51.100.4")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Caller.object(caller.get("/v3/domains/one.example.com/ips")))
                .containsEntry("items", List.of("198.51.100.4"));
    }

    @Test
    void removesThePoolsWhenNoDomainIsLeft() throws Exception {
        enroll("one.example.com");
        assertThat(caller.delete("/v3/dynamic_pools/all").statusCode()).isEqualTo(400);

        caller.delete("/v3/domains/one.example.com/dynamic_pools?replacement_ip=shared");
        assertThat(caller.delete("/v3/dynamic_pools/all").statusCode()).isEqualTo(200);

        assertThat(Caller.object(caller.get("/v3/dynamic_pools"))).containsEntry("pools", List.of());
        assertThat(caller.form("POST", "/v3/domains/one.example.com/dynamic_pools?replacement_ip=shared")
                        .statusCode())
                .isEqualTo(400);
    }

    private void enroll(String domain) throws Exception {
        assertThat(caller.form("POST", "/v3/domains/" + domain + "/dynamic_pools?replacement_ip=shared")
                        .statusCode())
                .isEqualTo(200);
    }

    private Object poolOf(String domain) throws Exception {
        return Objects.requireNonNull(Caller.objects(caller.get("/v1/dynamic_pools/domains"), "items").stream()
                .filter(item -> domain.equals(item.get("name")))
                .findFirst()
                .orElseThrow()
                .get("pool"));
    }

    private List<Object> moves(String filter) throws Exception {
        return Caller.objects(caller.get("/v1/dynamic_pools/history?Limit=100" + filter), "items").stream()
                .map(item -> Objects.requireNonNull(item.get("new_band")))
                .toList();
    }
}
