package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts that are added to a running simulator, so that tests can use it beside each other. */
class AddedAccountsIT {
    private static final Simulator SIMULATOR =
            Simulator.builder().regions("us", "eu").start();
    private static final String DOMAIN = "example.com";
    private static final String ACCOUNTS = "/_simulator/accounts";

    private final Caller control = Caller.of(SIMULATOR);

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void haveAKeyAndAMailboxEachAndTheSameDomain() throws Exception {
        SimulatedAccount ann = added("ann");
        SimulatedAccount ben = added("ben");

        send(ann, "to-ann@example.org");
        send(ben, "to-ben@example.org");

        assertThat(ann.mailbox().only("to-ann@example.org").subject()).isEqualTo("Hi");
        assertThat(ben.mailbox().of("to-ann@example.org")).isEmpty();
        assertThat(SIMULATOR.mailbox().size()).isZero();
        assertThat(ann.journal().only("POST /v3/{domain}/messages").account()).isEqualTo("ann");
        assertThat(SIMULATOR.journal().of("POST /v3/{domain}/messages")).hasSize(2);
    }

    @Test
    void doNotSeeEachOthersDnsRecords() {
        SimulatedAccount ann = added("ann");
        added("ben");

        ann.domains().withdrawDnsRecords(DOMAIN);

        assertThat(verified("ann")).isFalse();
        assertThat(verified("ben")).isTrue();
    }

    @Test
    void areResetOneByOne() throws Exception {
        SimulatedAccount ann = added("ann");
        SimulatedAccount ben = added("ben");
        ann.inRegion("eu").domains().add("example.eu");
        send(ann, "to-ann@example.org");
        send(ben, "to-ben@example.org");
        of(ann).form("POST", "/v5/accounts/subaccounts", "name", "Shop");
        of(ann).form("POST", "/v1/keys", "role", "admin");

        ann.reset();

        assertThat(ann.mailbox().size()).isZero();
        assertThat(ann.journal().all()).isEmpty();
        assertThat(Caller.object(of(ann).get("/v4/domains"))).containsEntry("total_count", 0L);
        assertThat(Caller.object(of(ann).get("/v1/keys"))).containsEntry("total_count", 1L);
        assertThat(Caller.object(of(ann).get("/v5/accounts/subaccounts"))).containsEntry("total", 0L);
        ann.inRegion("eu").domains().add("example.eu");
        assertThat(ben.mailbox().size()).isEqualTo(1);
        assertThat(ben.journal().all()).hasSize(1);
    }

    @Test
    void areResetAlsoWhenTheyWereThereAtTheStart() throws Exception {
        SIMULATOR.domains().add(DOMAIN);
        added("ann");

        SIMULATOR.account().reset();

        assertThat(Caller.object(control.get("/v4/domains"))).containsEntry("total_count", 0L);
        assertThat(Caller.object(of(SIMULATOR.account("ann")).get("/v4/domains")))
                .containsEntry("total_count", 1L);
    }

    @Test
    void areDroppedWithTheirKeys() throws Exception {
        SimulatedAccount ann = added("ann");
        Caller ofAnn = of(ann);

        SIMULATOR.removeAccount("ann");

        assertThat(ofAnn.get("/v1/keys").statusCode()).isEqualTo(401);
        assertThatIllegalArgumentException().isThrownBy(() -> SIMULATOR.account("ann"));
        assertThat(of(added("ann")).get("/v1/keys").statusCode()).isEqualTo(200);
    }

    @Test
    void areGoneAfterAResetOfTheSimulator() throws Exception {
        Caller ofAnn = of(added("ann"));

        SIMULATOR.reset();

        assertThat(ofAnn.get("/v1/keys").statusCode()).isEqualTo(401);
    }

    @Test
    void meetOnlyTheFaultsThatAreTheirs() throws Exception {
        SimulatedAccount ann = added("ann");
        SimulatedAccount ben = added("ben");
        SIMULATOR.faults().on("GET /v1/keys").account(ann.id()).status(503);

        assertThat(of(ann).get("/v1/keys").statusCode()).isEqualTo(503);
        assertThat(of(ben).get("/v1/keys").statusCode()).isEqualTo(200);
        assertThat(Caller.anonymous(SIMULATOR).get("/v1/keys").statusCode()).isEqualTo(401);

        ann.reset();
        assertThat(of(ann).get("/v1/keys").statusCode()).isEqualTo(200);
    }

    @Test
    void differInIdAndKey() {
        added("ann");

        assertThatIllegalArgumentException().isThrownBy(() -> SIMULATOR.addAccount("ann", "key-other"));
        assertThatIllegalArgumentException().isThrownBy(() -> SIMULATOR.addAccount("anna", "key-ann"));
        assertThatIllegalArgumentException().isThrownBy(() -> SIMULATOR.addAccount("not a name"));
    }

    @Test
    void areOnlyDroppedIfTheyWereAdded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIMULATOR.removeAccount(SIMULATOR.account().id()));
    }

    @Test
    void areMadeListedResetAndDroppedOverHttp() throws Exception {
        assertThat(Caller.object(control.json("POST", ACCOUNTS, Map.of("id", "ann"))))
                .containsEntry("id", "ann")
                .containsEntry("key", "key-ann");
        SimulatedAccount ann = SIMULATOR.account("ann");
        ann.domains().add(DOMAIN);
        send(ann, "to-ann@example.org");

        assertThat(Caller.objects(control.get(ACCOUNTS), "items"))
                .extracting(account -> account.get("id"))
                .containsExactly("simulated", "ann");
        assertThat(Caller.objects(control.get("/_simulator/messages?account=ann"), "items"))
                .hasSize(1);
        assertThat(Caller.objects(control.get("/_simulator/requests?account=ann"), "items"))
                .hasSize(1);

        assertThat(post(ACCOUNTS + "/ann/reset").statusCode()).isEqualTo(200);
        assertThat(Caller.objects(control.get("/_simulator/messages?account=ann"), "items"))
                .isEmpty();

        assertThat(control.delete(ACCOUNTS + "/ann").statusCode()).isEqualTo(200);
        assertThat(control.delete(ACCOUNTS + "/ann").statusCode()).isEqualTo(400);
        assertThat(post(ACCOUNTS + "/ann/reset").statusCode()).isEqualTo(400);
    }

    @Test
    void getAnIdAndAKeyIfTheyNameNone() throws Exception {
        HttpResponse<String> made = post(ACCOUNTS);

        assertThat(String.valueOf(Caller.object(made).get("id"))).matches("account-[0-9a-f]{8}");
        assertThat(Caller.at(
                                SIMULATOR.baseUrl(),
                                String.valueOf(Caller.object(made).get("key")))
                        .get("/v1/keys")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void doNotMeetWhenTheyAreUsedAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> users = new ArrayList<>();
            for (int user = 0; user < 8; user++) {
                String id = "user-" + user;
                users.add(threads.submit(() -> usesItAlone(id)));
            }
            for (Future<Boolean> user : users) {
                assertThat(user.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean usesItAlone(String id) throws Exception {
        SimulatedAccount account = SIMULATOR.addAccount(id);
        for (int round = 0; round < 5; round++) {
            account.reset();
            account.domains().add(DOMAIN);
            send(account, id + "@example.org");
            assertThat(account.mailbox().all())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.recipient()).isEqualTo(id + "@example.org"));
            assertThat(account.journal().all()).hasSize(1);
        }
        return true;
    }

    private static SimulatedAccount added(String id) {
        SimulatedAccount account = SIMULATOR.addAccount(id);
        account.domains().add(DOMAIN);
        return account;
    }

    private static boolean verified(String id) {
        try {
            HttpResponse<String> verified = of(SIMULATOR.account(id)).form("PUT", "/v4/domains/" + DOMAIN + "/verify");
            return verified.body().contains("\"state\":\"active\"");
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Caller of(SimulatedAccount account) {
        return Caller.at(SIMULATOR.baseUrl(), account.key());
    }

    private static void send(SimulatedAccount account, String recipient) throws Exception {
        HttpResponse<String> sent = of(account)
                .form(
                        "POST",
                        "/v3/" + DOMAIN + "/messages",
                        "from",
                        "me@" + DOMAIN,
                        "to",
                        recipient,
                        "subject",
                        "Hi",
                        "text",
                        "Hello");
        assertThat(sent.statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String path) throws Exception {
        return control.json("POST", path, Map.of());
    }
}
