package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailingListsIT {
    private static final AdjustableClock CLOCK = new AdjustableClock();
    private static final Simulator SIMULATOR = Simulator.builder()
            .clock(CLOCK)
            .rateLimit("GET /v3/lists/{list_address}", 3, Duration.ofMinutes(1))
            .start();
    private static final String LIST = "/v3/lists/news@example.com";

    private final Caller caller = Caller.of(SIMULATOR);

    @BeforeEach
    void reset() throws Exception {
        CLOCK.reset();
        SIMULATOR.reset();
        SIMULATOR.domains().add("example.com");
        caller.form("POST", "/v3/lists", "address", "News <news@example.com>", "access_level", "members");
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private HttpResponse<String> add(String address, String... more) throws Exception {
        return caller.form("POST", LIST + "/members", fields(List.of("address", address), more));
    }

    private HttpResponse<String> send(String to, String... more) throws Exception {
        return caller.form(
                "POST",
                "/v3/example.com/messages",
                fields(List.of("from", "us@example.com", "to", to, "text", "t"), more));
    }

    private static String[] fields(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
    }

    private List<String> members(String query) throws Exception {
        return Caller.objects(caller.get(LIST + "/members/pages" + query), "items").stream()
                .map(member -> String.valueOf(member.get("address")))
                .toList();
    }

    @Test
    void aListIsNamedAsItsAddressWas() throws Exception {
        Map<String, Object> list =
                Caller.objects(caller.get("/v3/lists"), "items").get(0);

        assertThat(list)
                .containsEntry("address", "news@example.com")
                .containsEntry("name", "News")
                .containsEntry("reply_preference", "list")
                .containsEntry("created_at", "Fri, 23 Jan 2026 10:16:00 -0000")
                .containsEntry("members_count", 0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "address|News@Example.com|Duplicate object",
                "access_level|fake_access_level|Invalid access level 'fake_access_level'."
                        + " It can be any of: 'readonly', 'members', 'everyone'.",
                "reply_preference|wrong_preference|Invalid reply preference 'wrong_preference'."
                        + " It can be any of: 'sender', 'list'",
                "address|no address|address parameter is not a valid address. please check documentation",
            })
    void refusesWhatTheLiveApiRefusesInItsWords(String field, String value, String message) throws Exception {
        String[] form = field.equals("address")
                ? new String[] {"address", value}
                : new String[] {"address", "other@example.com", field, value};

        HttpResponse<String> response = caller.form("POST", "/v3/lists", form);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response)).isEqualTo(message);
    }

    @Test
    void aListThatMovesToAnotherAddressKeepsItsMembers() throws Exception {
        add("ann@x.org");

        caller.form("PUT", LIST, "address", "daily@example.com", "access_level", "everyone");

        assertThat(Caller.message(caller.get(LIST))).isEqualTo("Mailing list news@example.com not found");
        assertThat(Caller.objects(caller.get("/v3/lists/daily@example.com/members"), "items"))
                .hasSize(1);
    }

    @Test
    void aMemberThatIsThereIsRefusedOrUpdated() throws Exception {
        add("ann@x.org", "name", "Ann", "vars", "{\"age\": 26}");

        assertThat(Caller.message(add("Ann@x.org"))).isEqualTo("Address already exists 'Ann@x.org'");
        add("ann@x.org", "subscribed", "no", "upsert", "yes");

        assertThat(caller.get(LIST + "/members/ann@x.org").body())
                .contains("\"member\"", "\"age\":26", "\"name\":\"Ann\"", "\"subscribed\":false");
        assertThat(Caller.message(caller.get(LIST + "/members/bob@x.org")))
                .isEqualTo("Member bob@x.org of mailing list news@example.com not found");
    }

    @Test
    void aHundredMembersAreThereAtOnceAndMoreComeAMomentLater() throws Exception {
        HttpResponse<String> few = caller.form("POST", LIST + "/members.json", "members", json(100));
        HttpResponse<String> many = caller.form("POST", LIST + "/members.json", "members", json(101), "upsert", "yes");

        assertThat(few.body()).contains("\"members_count\":100").doesNotContain("task-id");
        assertThat(many.body()).contains("\"members_count\":100", "task-id", "started in background");
        assertThat(caller.get(LIST).body()).contains("\"members_count\":101");
        assertThat(caller.form("POST", LIST + "/members.json", "members", json(1001))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatBecomesOfAnUploadIsToldInEvents() throws Exception {
        add("user1@x.org");

        String task = String.valueOf(Caller.object(caller.form("POST", LIST + "/members.json", "members", json(101)))
                .get("task-id"));

        assertThat(Caller.objects(
                        caller.get("/v3/example.com/events?event=list_uploaded&list=news@example.com"), "items"))
                .singleElement()
                .satisfies(done -> assertThat(done)
                        .containsEntry("task-id", task)
                        .containsEntry("mailing-list", Map.of("address", "news@example.com"))
                        .containsEntry("upserted-count", 100L)
                        .containsEntry("failed-count", 0L)
                        .containsEntry("is-upsert", false)
                        .doesNotContainKey("message"));
        assertThat(Caller.objects(caller.get("/v3/example.com/events?event=list_member_uploaded&limit=300"), "items"))
                .hasSize(100)
                .allSatisfy(member -> assertThat(member).containsEntry("task-id", task));
        assertThat(caller.json(
                                "POST",
                                "/v1/analytics/logs",
                                Map.of("duration", "1d", "events", List.of("list_uploaded")))
                        .body())
                .contains(task);
    }

    private static String json(int members) {
        return IntStream.range(0, members)
                .mapToObj(i -> i == 0 ? "\"user0@x.org\"" : "{\"address\": \"user" + i + "@x.org\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void pagesGoThroughTheMembersInBothDirections() throws Exception {
        for (String name : List.of("dan", "ann", "bob", "carl")) {
            add(name + "@x.org", "subscribed", String.valueOf(!name.equals("bob")));
        }

        assertThat(members("?limit=2")).containsExactly("ann@x.org", "bob@x.org");
        assertThat(members("?limit=2&page=next&address=bob@x.org")).containsExactly("carl@x.org", "dan@x.org");
        assertThat(members("?limit=1&page=prev&address=carl@x.org")).containsExactly("bob@x.org");
        assertThat(members("?page=last&limit=1")).containsExactly("dan@x.org");
        assertThat(members("?subscribed=false")).containsExactly("bob@x.org");
        assertThat(Caller.objects(caller.get(LIST + "/members?limit=1000"), "items"))
                .hasSize(4);
    }

    @Test
    void aMessageToAListReachesItsSubscribedMembersWithTheirVariables() throws Exception {
        add("Ann Example <ann@x.org>", "vars", "{\"city\": \"Ulm\"}");
        add("bob@x.org", "subscribed", "no");
        add("carl@x.org");
        SIMULATOR.suppressions("example.com").addBounce("carl@x.org");

        send("news@example.com, dan@x.org");

        assertThat(SIMULATOR.mailbox().all())
                .extracting(ReceivedMessage::recipient)
                .containsExactlyInAnyOrder("ann@x.org", "dan@x.org");
        ReceivedMessage received = SIMULATOR.mailbox().only("ann@x.org");
        assertThat(received.text()).isEqualTo("t");
        assertThat(received.to()).isEqualTo("news@example.com");
        assertThat(received.headers()).containsEntry("Reply-To", List.of("news@example.com"));
        List<Map<String, Object>> events =
                Caller.objects(caller.get("/v3/example.com/events?ascending=yes&begin=0"), "items");
        assertThat(events.stream()
                        .filter(event -> event.containsKey("mailing-list"))
                        .map(event -> event.get("event") + " " + event.get("recipient")))
                .containsExactly(
                        "accepted ann@x.org", "accepted carl@x.org", "delivered ann@x.org", "failed carl@x.org");
    }

    @Test
    void theLinkOfTheListFlagsTheMemberAndSuppressesNothing() throws Exception {
        add("ann@x.org", "vars", "{\"city\": \"Ulm\"}");
        caller.form(
                "POST",
                "/v3/example.com/messages",
                "from",
                "us@example.com",
                "to",
                "news@example.com",
                "text",
                "%recipient.city% %mailing_list_unsubscribe_url%");
        String[] text = Objects.requireNonNull(
                        SIMULATOR.mailbox().only("ann@x.org").text())
                .split(" ", -1);

        caller.get(text[1].substring(SIMULATOR.baseUrl().length()));
        send("news@example.com");

        assertThat(text[0]).isEqualTo("Ulm");
        assertThat(SIMULATOR.mailbox().size()).isEqualTo(1);
        assertThat(members("?subscribed=no")).containsExactly("ann@x.org");
        assertThat(SIMULATOR.suppressions("example.com").unsubscribes()).isEmpty();
    }

    @Test
    void repliesToAListOnWhichNobodyMayPostGoToTheSender() throws Exception {
        caller.form("PUT", LIST, "access_level", "readonly");
        add("ann@x.org");

        send("news@example.com");

        assertThat(SIMULATOR.mailbox().only("ann@x.org").headers()).doesNotContainKey("Reply-To");
    }

    @Test
    void listsThatAreMembersOfEachOtherDoNotSendForever() throws Exception {
        caller.form("POST", "/v3/lists", "address", "other@example.com");
        caller.form("POST", "/v3/lists/other@example.com/members", "address", "news@example.com");
        add("other@example.com");

        send("news@example.com");

        assertThat(SIMULATOR.mailbox().all())
                .extracting(ReceivedMessage::recipient)
                .containsExactly("other@example.com");
    }

    @Test
    void aTooHastyCallerIsToldToWait() throws Exception {
        for (int i = 0; i < 3; i++) {
            caller.get(LIST);
        }

        HttpResponse<String> response = caller.get(LIST);

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(Caller.message(response)).isEqualTo("Too Many Requests");
    }
}
