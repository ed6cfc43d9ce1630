package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.MailingListsContract.ADDRESS;
import static io.github.mailgunreactor.contract.MailingListsContract.LIST;
import static io.github.mailgunreactor.contract.MailingListsContract.PATH;
import static io.github.mailgunreactor.contract.MailingListsContract.page;

import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.batch.BatchResult;
import io.github.mailgunreactor.core.batch.Batching;
import io.github.mailgunreactor.mailinglists.CountedMemberFilter;
import io.github.mailgunreactor.mailinglists.ListMemberChange;
import io.github.mailgunreactor.mailinglists.ListMemberFilter;
import io.github.mailgunreactor.mailinglists.ListMembersApi;
import io.github.mailgunreactor.mailinglists.NewListMember;
import io.github.mailgunreactor.mailinglists.NewMemberFile;
import io.github.mailgunreactor.mailinglists.OnPresentMember;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of {@link ListMembersApi}. */
final class ListMembersContract {
    private static final ContractRow.Calls<ListMembersApi> MEMBERS = ContractRow.calls(ListMembersApi::new);
    private static final String CSV = "address,name,subscribed,vars\ndan@example.com,Dan,no,\"{\"\"age\"\": 30}\"\n";
    private static final String ALICE = """
            {"address": "alice+lists@example.com", "name": "Alice", "vars": {"gender": "female", "age": 27}, "subscribed": true}
            """;
    private static final String UPLOADED = "{\"list\": " + LIST + ", \"message\": \"Mailing list has been updated\"}";
    private static final String UPLOADING = "{\"list\": " + LIST
            + ", \"task-id\": \"4321\", \"message\": \"Mailing list upload started in background\"}";

    private ListMembersContract() {}

    static List<ContractRow> rows() {
        return List.of(
                MEMBERS.row("POST /v3/lists/{list_address}/members")
                        .calls((members, notes) -> members.add(
                                ADDRESS,
                                NewListMember.of("alice+lists@example.com")
                                        .name("Alice")
                                        .vars(Map.of("age", 27))
                                        .subscribed(true),
                                OnPresentMember.UPDATE))
                        .sends("POST " + PATH + "/members")
                        .multipart(
                                "address", "alice+lists@example.com",
                                "name", "Alice",
                                "vars", "{\"age\":27}",
                                "subscribed", "true",
                                "upsert", "yes")
                        .responds("{\"member\": " + ALICE + ", \"message\": \"Mailing list member has been created\"}"),
                MEMBERS.row("POST /v3/lists/{list_address}/members.json")
                        .calls((members, notes) -> members.addAll(
                                ADDRESS,
                                List.of(
                                        NewListMember.of("bob@example.com")
                                                .name("Bob")
                                                .vars(Map.of("age", 26))
                                                .subscribed(false),
                                        NewListMember.of("carl@example.com")),
                                OnPresentMember.KEEP))
                        .sends("POST " + PATH + "/members.json")
                        .multipart(
                                "members",
                                "[{\"address\":\"bob@example.com\",\"name\":\"Bob\",\"vars\":{\"age\":26},"
                                        + "\"subscribed\":false},{\"address\":\"carl@example.com\"}]",
                                "upsert",
                                "no")
                        .responds(UPLOADED),
                MEMBERS.row("POST /v3/lists/{list_address}/members.json")
                        .calls((members, notes) -> members.addAll(
                                        ADDRESS,
                                        Flux.just(NewListMember.of("eve@example.com")),
                                        OnPresentMember.UPDATE,
                                        Batching.defaults().maxItems(100))
                                .flatMap(ListMembersContract::value)
                                .single())
                        .sends("POST " + PATH + "/members.json")
                        .multipart("members", "[{\"address\":\"eve@example.com\"}]", "upsert", "yes")
                        .responds(UPLOADED),
                MEMBERS.row("POST /v3/lists/{list_address}/members.csv")
                        .calls((members, notes) -> members.importCsv(
                                ADDRESS,
                                NewMemberFile.of(Part.bytes("members.csv", CSV.getBytes(StandardCharsets.UTF_8)))
                                        .subscribed(true)
                                        .present(OnPresentMember.UPDATE)))
                        .sends("POST " + PATH + "/members.csv")
                        .multipart("members", CSV, "subscribed", "true", "upsert", "yes")
                        .responds(UPLOADING),
                MEMBERS.row("GET /v3/lists/{list_address}/members")
                        .calls((members, notes) -> members.listCounted(
                                ADDRESS,
                                CountedMemberFilter.all()
                                        .address("alice+lists@example.com")
                                        .subscribed(true)
                                        .skip(0)
                                        .pageSize(10)))
                        .sends("GET " + PATH
                                + "/members?limit=10&address=alice%2Blists%40example.com&subscribed=true&skip=0")
                        .responds("{\"total_count\": 1, \"items\": [" + ALICE + "]}"),
                MEMBERS.row("GET /v3/lists/{list_address}/members/pages")
                        .calls((members, notes) -> members.list(
                                ADDRESS,
                                ListMemberFilter.all()
                                        .after("alice+lists@example.com")
                                        .subscribed(false)
                                        .pageSize(50)))
                        .sends(
                                "GET " + PATH
                                        + "/members/pages?limit=50&page=next&address=alice%2Blists%40example.com&subscribed=false")
                        .responds(page(PATH + "/members/pages", ALICE)),
                MEMBERS.row("GET /v3/lists/{list_address}/members/pages")
                        .calls((members, notes) ->
                                members.list(ADDRESS, ListMemberFilter.all().lastPage()))
                        .sends("GET " + PATH + "/members/pages?limit=100&page=last")
                        .responds(page(PATH + "/members/pages", "")),
                MEMBERS.row("GET /v3/lists/{list_address}/members/pages")
                        .calls((members, notes) ->
                                members.list(ADDRESS, ListMemberFilter.all().before("eve@example.com")))
                        .sends("GET " + PATH + "/members/pages?limit=100&page=prev&address=eve%40example.com")
                        .responds(page(PATH + "/members/pages", "")),
                MEMBERS.row("GET /v3/lists/{list_address}/members/{member_address}")
                        .calls((members, notes) -> members.get(ADDRESS, "alice+lists@example.com"))
                        .sends("GET " + PATH + "/members/alice%2Blists%40example.com")
                        .responds("{\"member\": " + ALICE + "}"),
                MEMBERS.row("PUT /v3/lists/{list_address}/members/{member_address}")
                        .calls((members, notes) -> members.change(
                                ADDRESS,
                                "alice+lists@example.com",
                                ListMemberChange.none()
                                        .address("alice@example.com")
                                        .name("Alice B.")
                                        .vars(Map.of("age", 28))
                                        .subscribed(false)))
                        .sends("PUT " + PATH + "/members/alice%2Blists%40example.com")
                        .multipart(
                                "address", "alice@example.com",
                                "name", "Alice B.",
                                "vars", "{\"age\":28}",
                                "subscribed", "false")
                        .responds("{\"member\": " + ALICE + ", \"message\": \"Mailing list member has been updated\"}"),
                MEMBERS.row("DELETE /v3/lists/{list_address}/members/{member_address}")
                        .calls((members, notes) -> members.remove(ADDRESS, "alice@example.com"))
                        .sends("DELETE " + PATH + "/members/alice%40example.com")
                        .responds("""
                                {"member": {"address": "alice@example.com"}, "message": "Mailing list member has been deleted"}
                                """));
    }

    private static <R> Mono<R> value(BatchResult<?, R> result) {
        Throwable error = result.error();
        return error == null ? Mono.justOrEmpty(result.value()) : Mono.error(error);
    }
}
