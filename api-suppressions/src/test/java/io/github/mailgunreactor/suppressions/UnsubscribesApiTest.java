package io.github.mailgunreactor.suppressions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is particular to unsubscribes: {@link BouncesApiTest} stands for the rest. */
class UnsubscribesApiTest {
    private static final String DOMAIN = "example.com";

    private final FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"message\": \"added\"}"));
    private final UnsubscribesApi unsubscribes = new UnsubscribesApi(transport.client());

    @Test
    void unsubscribesFromATagAlsoWhereAFormKnowsNoTags() {
        unsubscribes
                .add(DOMAIN, NewUnsubscribe.of("ann@example.com").tags(List.of("newsletter")))
                .block();

        assertThat(tagsAsAllServersReadThem(transport.onlySent())).isEqualTo(List.of("newsletter"));
    }

    @Test
    void unsubscribesFromEverythingWithAForm() {
        unsubscribes
                .add(DOMAIN, NewUnsubscribe.of("ann@example.com").createdAt(Instant.EPOCH))
                .block();

        assertThat(transport.onlySent().form())
                .isEqualTo(Map.of(
                        "address", List.of("ann@example.com"),
                        "created_at", List.of("Thu, 01 Jan 1970 00:00:00 +0000")));
    }

    @Test
    void takesOneTagBackAndLeavesTheOthers() {
        unsubscribes.removeTag(DOMAIN, "ann@example.com", "news & offers").block();

        assertThat(transport.onlySent().line())
                .isEqualTo("DELETE /v3/example.com/unsubscribes/ann%40example.com?tag=news%20%26%20offers");
    }

    @Test
    void neverTakesAllTagsBackForOneThatIsBlank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unsubscribes.removeTag(DOMAIN, "ann@example.com", " "))
                .withMessage("tag must not be blank");
        assertThat(transport.sent()).isEmpty();
    }

    /**
     * The tags that every server finds: one that stands on the SDKs reads {@code tag} in a form, one that stands on the
     * published description {@code tags}; in a JSON array both read {@code tags}. None found means all mail.
     */
    private static List<?> tagsAsAllServersReadThem(SentRequest sent) {
        if (!requireNonNull(sent.contentType()).startsWith("application/json")) {
            return sent.form().getOrDefault("tag", List.of("*"));
        }
        Map<?, ?> entry = (Map<?, ?>) ((List<?>) requireNonNull(sent.json())).get(0);
        return (List<?>) requireNonNull(entry.get("tags"));
    }
}
