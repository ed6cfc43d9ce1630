package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsIT {
    private static final AdjustableClock CLOCK = new AdjustableClock();
    private static final Simulator SIMULATOR = Simulator.builder().clock(CLOCK).start();
    private static final String NOW = "Fri, 23 Jan 2026 10:16:00 UTC";

    private final Caller caller = Caller.of(SIMULATOR);
    private final SuppressionSeeds seeds = SIMULATOR.suppressions("example.com");

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
        SIMULATOR.domains().add("example.com");
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void addsABounceAndShowsIt() throws Exception {
        HttpResponse<String> added = caller.multipart(
                "POST", "/v3/example.com/bounces", "address", "a+b@example.com", "code", "552", "error", "full");

        assertThat(Caller.object(added))
                .containsOnly(
                        Map.entry("address", "a+b@example.com"),
                        Map.entry("message", "Address has been added to the bounces table"));
        assertThat(Caller.object(caller.get("/v3/example.com/bounces/a%2Bb%40example.com")))
                .containsOnly(
                        Map.entry("address", "a+b@example.com"),
                        Map.entry("code", "552"),
                        Map.entry("error", "full"),
                        Map.entry("created_at", NOW));
    }

    @Test
    void fillsInWhatABounceDoesNotSay() throws Exception {
        caller.form("POST", "/v3/example.com/bounces", "address", "a@example.com");

        assertThat(Caller.object(caller.get("/v3/example.com/bounces/a@example.com")))
                .containsEntry("code", "550")
                .containsEntry("error", "")
                .containsEntry("created_at", NOW);
    }

    @Test
    void takesTheDateOfWhatHappened() throws Exception {
        caller.form(
                "POST",
                "/v3/example.com/complaints",
                "address",
                "a@example.com",
                "created_at",
                "Thu, 11 Dec 2025 02:49:40 +0100");

        assertThat(Caller.object(caller.get("/v3/example.com/complaints/a@example.com")))
                .containsEntry("created_at", "Thu, 11 Dec 2025 01:49:40 UTC");
    }

    @Test
    void unsubscribesFromTagsOrFromEverything() throws Exception {
        caller.form("POST", "/v3/example.com/unsubscribes", "address", "a@example.com", "tags", "x", "tags", "y");
        caller.form("POST", "/v3/example.com/unsubscribes", "address", "b@example.com");

        assertThat(Caller.objects(caller.get("/v3/example.com/unsubscribes"), "items"))
                .extracting(item -> item.get("tags"))
                .containsExactly(List.of("x", "y"), List.of("*"));
    }

    @Test
    void allowsAnAddressRatherThanADomainWhereBothAreSent() throws Exception {
        HttpResponse<String> added = caller.form(
                "POST", "/v3/example.com/whitelists", "address", "a@example.com", "domain", "partner.example");

        assertThat(Caller.object(added)).containsEntry("type", "address").containsEntry("value", "a@example.com");
        assertThat(Caller.object(caller.get("/v3/example.com/whitelists/a@example.com")))
                .containsOnly(
                        Map.entry("type", "address"),
                        Map.entry("value", "a@example.com"),
                        Map.entry("createdAt", NOW),
                        Map.entry("reason", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "bounces, 2 addresses have been added to the bounces table",
        "complaints, 2 complaint addresses have been added to the complaints table",
        "unsubscribes, 2 addresses have been added to the unsubscribes table",
    })
    void addsManyAtOnce(String list, String message) throws Exception {
        HttpResponse<String> response = caller.json(
                "POST",
                "/v3/example.com/" + list,
                List.of(Map.of("address", "a@example.com"), Map.of("address", "b@example.com")));

        assertThat(Caller.message(response)).isEqualTo(message);
        assertThat(addresses("/v3/example.com/" + list)).containsExactly("a@example.com", "b@example.com");
    }

    @Test
    void addsNoneOfABatchWithOneThatCannotBe() throws Exception {
        HttpResponse<String> response = caller.json(
                "POST",
                "/v3/example.com/bounces",
                List.of(Map.of("address", "a@example.com"), Map.of("address", "nobody")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(seeds.bounces()).isEmpty();
    }

    @Test
    void takesAThousandAtOnceAndNoMore() throws Exception {
        List<Map<String, String>> thousand = IntStream.range(0, 1000)
                .mapToObj(i -> Map.of("address", "user" + i + "@example.com"))
                .toList();
        List<Map<String, String>> more = new ArrayList<>(thousand);
        more.add(Map.of("address", "one.more@example.com"));

        HttpResponse<String> refused = caller.json("POST", "/v3/example.com/complaints", more);
        HttpResponse<String> taken = caller.json("POST", "/v3/example.com/complaints", thousand);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Caller.message(refused)).isEqualTo("Batch size should be less than 1000");
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(seeds.complaints()).hasSize(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "bounces, code=550, Missing mandatory parameter: address",
        "bounces, address=nobody, address parameter is not a valid address. please check documentation",
        "bounces, address=@example.com, address parameter is not a valid address. please check documentation",
        "complaints, address=a@b.c&created_at=yesterday,"
                + " created_at parameter is not a valid date. valid format is RFC 2822",
        "whitelists, reason=none, Missing mandatory parameter: address/domain",
    })
    void refusesWhatCannotBe(String list, String form, String message) throws Exception {
        HttpResponse<String> response = caller.form("POST", "/v3/example.com/" + list, form.split("[=&]"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response)).isEqualTo(message);
    }

    @Test
    void pagesInBothDirectionsByTheAddressAtTheEdge() throws Exception {
        seeds.addBounces(IntStream.range(0, 25).mapToObj("u%02d@example.com"::formatted));
        List<Object> forth = new ArrayList<>();
        List<Object> back = new ArrayList<>();

        HttpResponse<String> page = caller.get("/v3/example.com/bounces?limit=10");
        for (; !addresses(page).isEmpty(); page = caller.get(link(page, "next"))) {
            forth.addAll(addresses(page));
        }
        for (page = caller.get(link(page, "last"));
                !addresses(page).isEmpty();
                page = caller.get(link(page, "previous"))) {
            List<Object> addresses = new ArrayList<>(addresses(page));
            Collections.reverse(addresses);
            back.addAll(addresses);
        }

        assertThat(forth).hasSize(25).isEqualTo(List.<Object>copyOf(seeds.bounces()));
        Collections.reverse(back);
        assertThat(back).isEqualTo(forth);
    }

    @Test
    void linksPagesAsTheLiveApiDoes() throws Exception {
        seeds.addComplaint("a+b@example.com");

        HttpResponse<String> page = caller.get("/v3/example.com/complaints?limit=100&term=a");

        String url = SIMULATOR.baseUrl() + "/v3/example.com/complaints?";
        assertThat(link(page, "first")).isEqualTo(url + "limit=100&term=a");
        assertThat(link(page, "last")).isEqualTo(url + "page=last&limit=100&term=a");
        assertThat(link(page, "next")).isEqualTo(url + "page=next&address=a%2Bb%40example.com&limit=100&term=a");
        assertThat(link(page, "previous"))
                .isEqualTo(url + "page=previous&address=a%2Bb%40example.com&limit=100&term=a");
    }

    @Test
    void pagesTheAllowlistByAddressThoughItsRowsHaveAValue() throws Exception {
        seeds.allowAddress("a@example.com");
        seeds.allowDomain("b.example");

        HttpResponse<String> page = caller.get("/v3/example.com/whitelists?limit=1");

        assertThat(link(page, "next")).contains("page=next&address=a%40example.com");
        assertThat(Caller.objects(caller.get(link(page, "next")), "items").get(0))
                .containsEntry("value", "b.example");
    }

    @Test
    void listsOnlyAddressesThatStartWithTheTerm() throws Exception {
        seeds.addUnsubscribe("ann@example.com");
        seeds.addUnsubscribe("bob@example.com");
        seeds.addUnsubscribe("bobby@example.com");

        assertThat(addresses("/v3/example.com/unsubscribes?term=bob"))
                .containsExactly("bob@example.com", "bobby@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "bounces, Bounced address has been removed, Address not found in bounces table",
        "complaints, Spam complaint has been removed, No spam complaints found for this address",
        "unsubscribes, Unsubscribe event has been removed, Unsubscribe event for this tag does not exist",
        "whitelists, Allowlist address/domain has been removed, Address/Domain not found in allowlist table",
    })
    void removesAnAddressOnce(String list, String removed, String unknown) throws Exception {
        caller.form("POST", "/v3/example.com/" + list, "address", "a/b@example.com");

        HttpResponse<String> first = caller.delete("/v3/example.com/" + list + "/a%2Fb%40example.com");
        HttpResponse<String> second = caller.delete("/v3/example.com/" + list + "/a%2Fb%40example.com");

        assertThat(Caller.object(first))
                .containsOnly(
                        Map.entry(list.equals("whitelists") ? "value" : "address", "a/b@example.com"),
                        Map.entry("message", removed));
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(Caller.message(second)).isEqualTo(unknown);
    }

    @ParameterizedTest
    @CsvSource({
        "bounces, Bounced addresses for this domain have been removed",
        "complaints, Complaint addresses for this domain have been removed",
        "unsubscribes, Unsubscribe addresses for this domain have been removed",
        "whitelists, Allowlist addresses/domains for this domain have been removed",
    })
    void clearsTheListOfOneDomain(String list, String message) throws Exception {
        SIMULATOR.domains().add("other.example");
        caller.form("POST", "/v3/example.com/" + list, "address", "a@example.com");
        caller.form("POST", "/v3/other.example/" + list, "address", "a@example.com");

        assertThat(Caller.message(caller.delete("/v3/example.com/" + list))).isEqualTo(message);

        assertThat(Caller.objects(caller.get("/v3/example.com/" + list), "items"))
                .isEmpty();
        assertThat(Caller.objects(caller.get("/v3/other.example/" + list), "items"))
                .hasSize(1);
    }

    @Test
    void importsTheRowsOfAFile() throws Exception {
        HttpResponse<String> response = upload("bounces", """
                Address,code,error,created_at
                a@example.com,552,"full, or so","Thu, 11 Dec 2025 01:49:40 +0000"
                nobody,550,,
                b@example.com,,,
                """);

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(Caller.message(response)).isEqualTo("file uploaded successfully for processing. standby...");
        assertThat(Caller.objects(caller.get("/v3/example.com/bounces"), "items"))
                .containsExactly(
                        Map.of(
                                "address", "a@example.com",
                                "code", "552",
                                "error", "full, or so",
                                "created_at", "Thu, 11 Dec 2025 01:49:40 UTC"),
                        Map.of("address", "b@example.com", "code", "550", "error", "", "created_at", NOW));
    }

    @Test
    void importsAddressesAndDomainsIntoTheAllowlist() throws Exception {
        upload("whitelists", "address,domain\na@example.com,\n,partner.example\n");

        assertThat(seeds.allowlist()).containsExactly("a@example.com", "partner.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code,error\n550,gone\n"})
    void refusesAFileWithoutAddresses(String file) throws Exception {
        HttpResponse<String> response = upload("complaints", file);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response)).isEqualTo("while reading csv header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounces", "complaints", "unsubscribes", "whitelists"})
    void knowsNoListOfADomainThatIsNotThere(String list) throws Exception {
        HttpResponse<String> response = caller.get("/v3/unknown.example/" + list);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Caller.message(response)).isEqualTo("Domain not found: unknown.example");
    }

    @Test
    void readsTheFileOfAnUnknownDomainBeforeItRefusesIt() throws Exception {
        HttpResponse<String> response = uploadTo("/v3/unknown.example/bounces/import", "address\na@example.com\n");

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void countsAllListsAgainstOneBudget() throws Exception {
        HttpResponse<String> bounces = caller.get("/v3/example.com/bounces");
        HttpResponse<String> allowlist = caller.get("/v3/example.com/whitelists");

        assertThat(bounces.headers().firstValue("x-request-limit")).hasValue("2500");
        assertThat(bounces.headers().firstValue("x-request-remaining")).hasValue("2499");
        assertThat(allowlist.headers().firstValue("x-request-remaining")).hasValue("2498");
        assertThat(allowlist.headers().firstValue("x-request-reset"))
                .hasValue(String.valueOf(CLOCK.instant().plusSeconds(15).toEpochMilli()));
    }

    @Test
    void answersWithTheContentTypesThatWereRecorded() throws Exception {
        seeds.addBounce("a@example.com");
        seeds.addUnsubscribe("a@example.com");

        assertThat(type(caller.get("/v3/example.com/bounces"))).isNull();
        assertThat(type(caller.delete("/v3/example.com/bounces/a@example.com"))).isEqualTo("text/plain; charset=utf-8");
        assertThat(type(caller.get("/v3/example.com/unsubscribes"))).isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void readsSeedsInOrderAndRefusesThoseOfAnUnknownDomain() {
        seeds.addBounce("b@example.com");
        seeds.addBounce("a@example.com", "552", "full");

        assertThat(seeds.bounces()).containsExactly("a@example.com", "b@example.com");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIMULATOR.suppressions("unknown.example").addBounce("a@example.com"))
                .withMessageContaining("unknown.example");
    }

    private HttpResponse<String> upload(String list, String csv) throws Exception {
        return uploadTo("/v3/example.com/" + list + "/import", csv);
    }

    private HttpResponse<String> uploadTo(String path, String csv) throws Exception {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--cut--\r\n";
        return caller.send("POST", path, BodyPublishers.ofString(body), "multipart/form-data; boundary=cut");
    }

    private List<Object> addresses(String path) throws Exception {
        return addresses(caller.get(path));
    }

    private static List<Object> addresses(HttpResponse<String> page) {
        return Caller.objects(page, "items").stream()
                .map(item -> Objects.requireNonNull(item.get("address")))
                .toList();
    }

    private static String link(HttpResponse<String> page, String name) {
        Map<?, ?> paging =
                (Map<?, ?>) Objects.requireNonNull(Caller.object(page).get("paging"));
        return (String) Objects.requireNonNull(paging.get(name));
    }

    private static @Nullable String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse(null);
    }
}
