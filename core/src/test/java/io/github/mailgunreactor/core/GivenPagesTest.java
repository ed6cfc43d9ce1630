package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class GivenPagesTest {
    private static final List<Listing<String>> PAGES = List.of(Listing.of(List.of("a", "b")), Listing.of(List.of("c")));

    @Test
    void givesItemsAsAnyListing() {
        StepVerifier.create(PagedFlux.of(List.of("a", "b")))
                .expectNext("a", "b")
                .verifyComplete();
        StepVerifier.create(PagedFlux.of(List.of())).verifyComplete();
    }

    @Test
    void givesPagesWithCursorsThatResumeIt() {
        PagedFlux<String, Listing<String>> listing = PagedFlux.ofPages(PAGES);

        StepVerifier.create(listing.pages())
                .assertNext(page -> assertThat(page.next()).isEqualTo("1"))
                .assertNext(page -> assertThat(page.next()).isNull())
                .verifyComplete();
        StepVerifier.create(listing.startingAt("1")).expectNext("c").verifyComplete();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> listing.startingAt("2"))
                .withMessageContaining("cursor");
    }

    @Test
    void failsAfterItsPages() {
        StepVerifier.create(PagedFlux.ofPages(PAGES, new IllegalStateException("gone")))
                .expectNext("a", "b", "c")
                .verifyErrorMessage("gone");
        StepVerifier.create(PagedFlux.<String, Listing<String>>ofPages(List.of(), new IllegalStateException("gone")))
                .verifyErrorMessage("gone");
    }

    @Test
    void refusesAListingWithoutPages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PagedFlux.<String, Listing<String>>ofPages(List.of()))
                .withMessage("pages must be one or more");
    }

    @Test
    void makesOnePage() {
        Page<String, Listing<String>> page = Page.of(Listing.of(List.of("a")), "next");

        assertThat(page.items()).containsExactly("a");
        assertThat(page.next()).isEqualTo("next");
        assertThat(page.response().status()).isEqualTo(200);
        assertThat(page.body().items()).containsExactly("a");
        assertThat(page).hasToString("Page[1 items, not last]");
        assertThat(Page.of(Listing.of(List.of()), null)).hasToString("Page[0 items, last]");
    }

    @Test
    void makesARecordOfTheFieldsThatMatter() {
        Sample sample = Json.read("{\"id\": \"1\", \"color\": \"red\"}", Sample.class);

        assertThat(sample.id()).isEqualTo("1");
        assertThat(sample.color()).isEqualTo(Sample.Color.RED);
        assertThat(sample.children()).isEmpty();
    }
}
