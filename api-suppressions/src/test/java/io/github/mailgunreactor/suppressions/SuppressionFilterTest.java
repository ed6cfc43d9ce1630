package io.github.mailgunreactor.suppressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionFilterTest {

    @Test
    void staysAsItIsWhenAChangedCopyIsMade() {
        SuppressionFilter filter = SuppressionFilter.all().after("m@example.com");

        SuppressionFilter changed = filter.term("n").pageSize(10);

        assertThat(filter)
                .isEqualTo(SuppressionFilter.all().after("m@example.com"))
                .isNotEqualTo(changed);
        assertThat(changed).hasToString("SuppressionFilter{limit=10, page=next, address=m@example.com, term=n}");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void refusesAPageSizeThatMailgunDoesNotHave(int entries) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuppressionFilter.all().pageSize(entries))
                .withMessage("entries must be from 1 to 1000, but is " + entries);
    }

    @Test
    void refusesAStartThatIsBlank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuppressionFilter.all().after(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuppressionFilter.all().before(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuppressionFilter.all().term(""));
    }
}
