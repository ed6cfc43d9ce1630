package io.github.mailgunreactor.suppressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewEntriesTest {

    @Test
    void stayAsTheyAreWhenAChangedCopyIsMade() {
        NewBounce bounce = NewBounce.of("ann@example.com");

        NewBounce changed = bounce.code("552").error("full").createdAt(Instant.EPOCH);

        assertThat(bounce).isEqualTo(NewBounce.of("ann@example.com")).isNotEqualTo(changed);
        assertThat(changed.address()).isEqualTo("ann@example.com");
    }

    @Test
    void takeFieldsThatTheLibraryDoesNotKnowYet() {
        assertThat(NewAllowlistEntry.ofDomain("partner.example").with("reason", "a partner"))
                .hasToString("NewAllowlistEntry{domain=partner.example, reason=a partner}");
    }

    @Test
    void refuseWhatIsBlank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewBounce.of(" "))
                .withMessage("address must not be blank");
        assertThatIllegalArgumentException().isThrownBy(() -> NewComplaint.of(""));
        assertThatIllegalArgumentException().isThrownBy(() -> NewUnsubscribe.of("a@b\r\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> NewAllowlistEntry.ofAddress(""));
        assertThatIllegalArgumentException().isThrownBy(() -> NewAllowlistEntry.ofDomain(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewBounce.of("a@example.com").code(""));
    }

    @Test
    void refuseAnUnsubscribeFromNothing() {
        NewUnsubscribe unsubscribe = NewUnsubscribe.of("a@example.com");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> unsubscribe.tags(List.of()))
                .withMessageContaining("number of tags");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unsubscribe.tags(List.of("news", " ")))
                .withMessage("tag must not be blank");
    }
}
