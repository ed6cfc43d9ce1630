package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.mailinglists.CountedListFilter;
import io.github.mailgunreactor.mailinglists.ListAccessLevel;
import io.github.mailgunreactor.mailinglists.MailingListChange;
import io.github.mailgunreactor.mailinglists.MailingListFilter;
import io.github.mailgunreactor.mailinglists.MailingListsApi;
import io.github.mailgunreactor.mailinglists.NewMailingList;
import io.github.mailgunreactor.mailinglists.ReplyPreference;
import java.util.List;
import java.util.stream.Stream;

/** The rows of {@code api-mailing-lists}: those of {@link MailingListsApi}, around those of its members. */
final class MailingListsContract implements ContractTable {
    static final String ADDRESS = "developers+java@example.com";
    static final String PATH = "/v3/lists/developers%2Bjava%40example.com";
    static final String LIST = """
            {"address": "developers+java@example.com", "name": "Developers", "description": "Describe the mailing list",
             "access_level": "members", "reply_preference": "sender",
             "created_at": "Tue, 09 Aug 2011 20:50:27 -0000", "members_count": 2}
            """;

    private static final ContractRow.Calls<MailingListsApi> LISTS = ContractRow.calls(MailingListsApi::new);

    @Override
    public String module() {
        return "api-mailing-lists";
    }

    @Override
    public List<ContractRow> rows() {
        return Stream.of(before(), ListMembersContract.rows(), after())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ContractRow> before() {
        return List.of(
                LISTS.row("POST /v3/lists")
                        .calls((lists, notes) -> lists.create(NewMailingList.of(ADDRESS)
                                .name("Developers")
                                .description("Describe the mailing list")
                                .accessLevel(ListAccessLevel.MEMBERS)
                                .replyPreference(ReplyPreference.SENDER)))
                        .sends("POST /v3/lists")
                        .multipart(
                                "address", ADDRESS,
                                "name", "Developers",
                                "description", "Describe the mailing list",
                                "access_level", "members",
                                "reply_preference", "sender")
                        .responds(201, "{\"list\": " + LIST + ", \"message\": \"Mailing list has been created\"}"),
                LISTS.row("GET /v3/lists")
                        .calls((lists, notes) -> lists.listCounted(
                                CountedListFilter.all().address(ADDRESS).skip(0).pageSize(10)))
                        .sends("GET /v3/lists?limit=10&address=developers%2Bjava%40example.com&skip=0")
                        .responds("{\"total_count\": 1, \"items\": [" + LIST + "]}"),
                LISTS.row("GET /v3/lists/pages")
                        .calls((lists, notes) ->
                                lists.list(MailingListFilter.all().pageSize(10)))
                        .sends("GET /v3/lists/pages?limit=10")
                        .responds(page("/v3/lists/pages", LIST)),
                LISTS.row("GET /v3/lists/pages")
                        .calls((lists, notes) -> lists.list())
                        .sends("GET /v3/lists/pages?limit=100")
                        .responds(page("/v3/lists/pages", "")));
    }

    private static List<ContractRow> after() {
        return List.of(
                LISTS.row("GET /v3/lists/{list_address}")
                        .calls((lists, notes) -> lists.get(ADDRESS))
                        .sends("GET " + PATH)
                        .responds("{\"list\": " + LIST + "}"),
                LISTS.row("PUT /v3/lists/{list_address}")
                        .calls((lists, notes) -> lists.change(
                                ADDRESS,
                                MailingListChange.none()
                                        .address("java@example.com")
                                        .name("Java developers")
                                        .description("Java only")
                                        .accessLevel(ListAccessLevel.EVERYONE)
                                        .replyPreference(ReplyPreference.LIST)
                                        .listId("123")))
                        .sends("PUT " + PATH)
                        .multipart(
                                "address", "java@example.com",
                                "name", "Java developers",
                                "description", "Java only",
                                "access_level", "everyone",
                                "reply_preference", "list",
                                "list_id", "123")
                        .responds("{\"list\": " + LIST + ", \"message\": \"Mailing list has been updated\"}"),
                LISTS.row("DELETE /v3/lists/{list_address}")
                        .calls((lists, notes) -> lists.delete("java@example.com"))
                        .sends("DELETE /v3/lists/java%40example.com")
                        .responds("""
                                {"address": "java@example.com", "message": "Mailing list has been removed"}
                                """));
    }

    static String page(String path, String items) {
        String url = "https://api.mailgun.net" + path + "?limit=50&";
        return """
                {"items": [%s],
                 "paging": {"first": "%spage=first", "last": "%spage=last", "next": "%spage=next&address=bob%%40example.com",
                   "previous": "%spage=prev&address=bob%%40example.com"}}
                """.formatted(items, url, url, url, url);
    }
}
