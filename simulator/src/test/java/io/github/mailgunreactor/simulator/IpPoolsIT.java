package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IpPoolsIT {
    private static final Simulator SIMULATOR = Simulator.builder()
            .account("parent", "key-parent")
            .subaccount("parent", "first")
            .pageSize(1)
            .start();

    private final Caller caller = Caller.of(SIMULATOR);
    private final Caller first = caller.with("X-Mailgun-On-Behalf-Of", "first");

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
        SIMULATOR.ips().addDedicated("198.51.100.1", "198.51.100.2", "198.51.100.3");
        SIMULATOR.domains().add("one.example.com");
        SIMULATOR.domains().add("two.example.com");
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void putsAnAddressIntoOnePoolOnly() throws Exception {
        pool("198.51.100.1");

        assertThat(caller.multipart("POST", "/v3/ip_pools", "name", "p", "description", "d", "ip", "198.51.100.1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Caller.object(caller.get("/v3/ips?dedicated=true")))
                .containsEntry("assignable_to_pools", List.of("198.51.100.2", "198.51.100.3"));
    }

    @Test
    void putsNoSharedAddressIntoAPool() throws Exception {
        String pool = pool();

        assertThat(caller.form("PUT", "/v3/ip_pools/" + pool + "/ips/192.0.2.1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void letsALinkedDomainSendFromWhatIsInThePool() throws Exception {
        String pool = pool("198.51.100.1");
        caller.form("POST", "/v3/domains/one.example.com/ips", "pool_id", pool);

        caller.json("POST", "/v3/ip_pools/" + pool + "/ips.json", Map.of("ips", List.of("198.51.100.2")));
        caller.delete("/v3/ip_pools/" + pool + "/ips/198.51.100.1");

        assertThat(ipsOf("one.example.com")).containsExactly("198.51.100.2");
        assertThat(Caller.object(caller.get("/v3/ip_pools/" + pool)))
                .extractingByKey("details")
                .isEqualTo(Map.of(
                        "pool_id",
                        pool,
                        "name",
                        "p",
                        "description",
                        "d",
                        "ips",
                        List.of("198.51.100.2"),
                        "is_linked",
                        true,
                        "linked_domains",
                        List.of("one.example.com")));
    }

    @Test
    void changesNoAddressOfADomainWithAPool() throws Exception {
        String pool = pool("198.51.100.1");
        caller.form("POST", "/v3/domains/one.example.com/ips", "pool_id", pool);

        assertThat(caller.form("POST", "/v3/domains/one.example.com/ips", "ip", "198.51.100.2")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.delete("/v3/domains/one.example.com/ips/198.51.100.1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void unlinksThePoolOfADomainForOneReplacement() throws Exception {
        String pool = pool("198.51.100.1");
        caller.form("POST", "/v3/domains/one.example.com/ips", "pool_id", pool);

        assertThat(caller.delete("/v3/domains/one.example.com/ips/ip_pool").statusCode())
                .isEqualTo(400);
        assertThat(caller.delete("/v3/domains/one.example.com/ips/ip_pool?ip=shared&pool_id=" + pool)
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.delete("/v3/domains/one.example.com/pool/ip_pool?ip=shared")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ipsOf("one.example.com")).containsExactly("192.0.2.1");
    }

    @Test
    void keepsTheLastAddressOfADomainWithoutSharedOnes() throws Exception {
        caller.form("POST", "/v3/domains/one.example.com/ips", "ip", "198.51.100.1");
        caller.delete("/v3/domains/one.example.com/ips/192.0.2.1");
        SIMULATOR.ips().removeShared();

        assertThat(caller.delete("/v3/domains/one.example.com/ips/198.51.100.1").statusCode())
                .isEqualTo(400);
        assertThat(caller.delete("/v3/domains/one.example.com/ips/all").statusCode())
                .isEqualTo(200);
        assertThat(ipsOf("one.example.com")).isEmpty();
    }

    @Test
    void listsTheDomainsOfAPoolPageByPage() throws Exception {
        String pool = pool("198.51.100.1");
        for (String domain : List.of("one.example.com", "two.example.com")) {
            caller.form("PATCH", "/v3/ip_pools/" + pool, "link_domain", domain);
        }

        List<Object> names = new ArrayList<>();
        String next = "/v3/ip_pools/" + pool + "/domains?limit=500";
        while (true) {
            HttpResponse<String> page = caller.get(next);
            List<Map<String, Object>> domains = Caller.objects(page, "domains");
            if (domains.isEmpty()) {
                break;
            }
            assertThat(domains).hasSize(1);
            names.add(domains.get(0).get("name"));
            next = String.valueOf(
                    ((Map<?, ?>) Objects.requireNonNull(Caller.object(page).get("paging"))).get("next"));
        }
        assertThat(names).containsExactly("one.example.com", "two.example.com");
    }

    @Test
    void refusesAChangeThatChangesNothing() throws Exception {
        String pool = pool();

        assertThat(caller.multipart("PATCH", "/v3/ip_pools/" + pool, "name", "p")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.multipart("PATCH", "/v3/ip_pools/" + pool, "name", "other")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void deletesAPoolWithAddressesForAReplacementOnly() throws Exception {
        String pool = pool("198.51.100.1");
        String other = pool("198.51.100.2");
        caller.form("POST", "/v3/domains/one.example.com/ips", "pool_id", pool);

        assertThat(caller.delete("/v3/ip_pools/" + pool).statusCode()).isEqualTo(400);
        assertThat(caller.delete("/v3/ip_pools/" + pool + "?pool_id=" + other).statusCode())
                .isEqualTo(200);
        assertThat(caller.get("/v3/ip_pools/" + pool).statusCode()).isEqualTo(404);
        assertThat(ipsOf("one.example.com")).containsExactly("198.51.100.2");
    }

    @Test
    void delegatesAPoolThatTheSubaccountCanUseButNotChange() throws Exception {
        String pool = pool("198.51.100.1");
        SIMULATOR.account("first").domains().add("sub.example.com");
        caller.multipart("PUT", "/v3/ip_pools/" + pool + "/delegate", "subaccount_id", "first");

        assertThat(Caller.objects(first.get("/v3/ip_pools"), "ip_pools").get(0))
                .containsEntry("pool_id", pool)
                .containsEntry("is_inherited", true);
        assertThat(first.form("POST", "/v3/domains/sub.example.com/ips", "pool_id", pool)
                        .statusCode())
                .isEqualTo(200);
        assertThat(first.delete("/v3/ip_pools/" + pool + "/ips/198.51.100.1").statusCode())
                .isEqualTo(400);
        assertThat(Caller.objects(caller.get("/v5/accounts/subaccounts/ip_pools/all"), "items"))
                .containsExactly(Map.of("pool_id", pool, "subaccount_id", "first"));

        caller.multipart("DELETE", "/v3/ip_pools/" + pool + "/delegate", "subaccount_id", "first");
        assertThat(Caller.objects(first.get("/v3/ip_pools"), "ip_pools")).isEmpty();
        assertThat(Caller.object(first.get("/v3/domains/sub.example.com/ips")))
                .containsEntry("items", List.of("192.0.2.1"));
    }

    @Test
    void replacesTheDelegatedPoolByTheOlderOperation() throws Exception {
        String pool = pool("198.51.100.1");
        String other = pool("198.51.100.2");

        caller.form("PUT", "/v5/accounts/subaccounts/first/ip_pool", "pool_id", pool);
        caller.form("PUT", "/v5/accounts/subaccounts/first/ip_pool", "pool_id", other);

        assertThat(Caller.objects(caller.get("/v5/accounts/subaccounts/ip_pools/all"), "items"))
                .extracting(item -> item.get("pool_id"))
                .containsExactly(other);
    }

    private String pool(String... ips) throws Exception {
        List<String> form = new ArrayList<>(List.of("name", "p", "description", "d"));
        for (String ip : ips) {
            form.add("ip");
            form.add(ip);
        }
        return String.valueOf(Caller.object(caller.multipart("POST", "/v3/ip_pools", form.toArray(String[]::new)))
                .get("pool_id"));
    }

    @SuppressWarnings("unchecked") // addresses are texts
    private List<String> ipsOf(String domain) throws Exception {
        return (List<String>) Objects.requireNonNull(
                Caller.object(caller.get("/v3/domains/" + domain + "/ips")).get("items"));
    }
}
