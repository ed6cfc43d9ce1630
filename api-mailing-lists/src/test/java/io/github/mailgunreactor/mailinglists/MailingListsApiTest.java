package io.github.mailgunreactor.mailinglists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class MailingListsApiTest {

    /** The live API creates with 200, its documents say 201. */
    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void createsWithEitherStatusOfSuccess(int status) {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json(status, """
                {"list": {"address": "news@example.com", "reply_preference": null,
                          "created_at": "Fri, 08 Jan 2016 20:22:42 -0000", "members_count": 0}}
                """));

        StepVerifier.create(new MailingListsApi(transport.client()).create(NewMailingList.of("news@example.com")))
                .assertNext(details -> {
                    assertThat(details.list().replyPreference()).isNull();
                    assertThat(details.list().createdAt()).isEqualTo(Instant.parse("2016-01-08T20:22:42Z"));
                })
                .verifyComplete();
        assertThat(transport.onlySent().line()).isEqualTo("POST /v3/lists");
    }

    @Test
    void goesOnByTheUrlOfTheNextPage() {
        FakeTransport transport =
                FakeTransport.answering(FakeResponse.json("""
                        {"items": [{"address": "a@example.com"}],
                         "paging": {"next": "https://api.mailgun.net/v3/lists/pages?page=next&address=a%40example.com&limit=1"}}
                        """), FakeResponse.json("{\"items\": [], \"paging\": {}}"));

        StepVerifier.create(new MailingListsApi(transport.client())
                        .list(MailingListFilter.all().pageSize(1)))
                .expectNextCount(1)
                .verifyComplete();

        assertThat(transport.sent().get(1).line())
                .isEqualTo("GET /v3/lists/pages?page=next&address=a%40example.com&limit=1");
    }

    @Test
    void goesOnByPositionUntilTheTotalIsReached() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"total_count\": 2, \"items\": [{\"address\": \"a@example.com\"}]}"),
                FakeResponse.json("{\"total_count\": 2, \"items\": [{\"address\": \"b@example.com\"}]}"));

        StepVerifier.create(new MailingListsApi(transport.client())
                        .listCounted(CountedListFilter.all().pageSize(1)))
                .expectNextCount(2)
                .verifyComplete();

        assertThat(transport.sent().get(1).line()).isEqualTo("GET /v3/lists?limit=1&skip=1");
    }

    @Test
    void readsAnAccessLevelThatCameLater() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"list\": {\"address\": \"a@example.com\", \"access_level\": \"friends\"}}"));

        StepVerifier.create(new MailingListsApi(transport.client()).get("a@example.com"))
                .assertNext(
                        details -> assertThat(details.list().accessLevel()).isEqualTo(new ListAccessLevel("friends")))
                .verifyComplete();
    }

    @Test
    void filtersRefuseWhatMailgunHasNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountedMemberFilter.all().pageSize(101));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListMemberFilter.all().pageSize(1001));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListMemberFilter.all().after("a@example.com").lastPage());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountedListFilter.all().skip(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> NewMailingList.of(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> NewListMember.of("a@b\r\n"));
    }
}
