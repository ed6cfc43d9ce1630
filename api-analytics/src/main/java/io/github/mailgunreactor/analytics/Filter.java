package io.github.mailgunreactor.analytics;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Conditions that must all hold:
 *
 * <pre>{@code
 * Filter.of(Dimension.DOMAIN, FilterComparator.EQUALS, "example.com", "example.org")
 *       .and(Dimension.TAG, FilterComparator.NOT_CONTAINS, "test")
 * }</pre>
 *
 * @param <A> the attributes of the query that it is for
 */
public final class Filter<A extends FilterAttribute> extends ParamSet<Filter<A>> {
    private static final String AND = "AND";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Filter(Params params) {
        super(params, Filter::new);
    }

    /**
     * One condition.
     *
     * @param values one or more, any of which may match
     * @throws IllegalArgumentException if the attribute cannot be compared this way
     */
    public static <A extends FilterAttribute> Filter<A> of(A attribute, FilterComparator comparator, String... values) {
        return of(attribute, comparator, unlabelled(values));
    }

    /**
     * One condition whose values have labels.
     *
     * @param values one or more, any of which may match
     * @throws IllegalArgumentException if the attribute cannot be compared this way
     */
    public static <A extends FilterAttribute> Filter<A> of(
            A attribute, FilterComparator comparator, List<LabeledValue> values) {
        return new Filter<A>(Params.NONE).and(attribute, comparator, values);
    }

    /**
     * One condition on a date; whole seconds count.
     *
     * @param attribute {@link LogAttribute#DELIVERED_AT}
     * @throws IllegalArgumentException if the attribute is no date, or cannot be compared this way
     */
    public static <A extends FilterAttribute> Filter<A> of(A attribute, FilterComparator comparator, Instant value) {
        return new Filter<A>(Params.NONE).and(attribute, comparator, value);
    }

    /** A further condition, see {@link #of(FilterAttribute, FilterComparator, Instant)}. */
    public Filter<A> and(A attribute, FilterComparator comparator, Instant value) {
        if (!attribute.equals(LogAttribute.DELIVERED_AT)) {
            throw new IllegalArgumentException(attribute.value() + " is not compared with a date");
        }
        return and(attribute, comparator, DATE.format(value));
    }

    /** A further condition, see {@link #of(FilterAttribute, FilterComparator, String...)}. */
    public Filter<A> and(A attribute, FilterComparator comparator, String... values) {
        return and(attribute, comparator, unlabelled(values));
    }

    /** A further condition, see {@link #of(FilterAttribute, FilterComparator, List)}. */
    public Filter<A> and(A attribute, FilterComparator comparator, List<LabeledValue> values) {
        Objects.requireNonNull(comparator, "comparator");
        Arguments.requireText("attribute", attribute.value());
        attribute.checkComparator(comparator);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values must be one or more");
        }
        List<Object> conditions = new ArrayList<>();
        if (params().first(AND) instanceof List<?> present) {
            conditions.addAll(present);
        }
        conditions.add(Params.NONE
                .with("attribute", attribute)
                .with("comparator", comparator)
                .with("values", values.stream().map(LabeledValue::params).toList()));
        return copy(params().with(AND, conditions));
    }

    private static List<LabeledValue> unlabelled(String... values) {
        return Arrays.stream(values).map(LabeledValue::of).toList();
    }

    /**
     * A value of a condition.
     *
     * @param label how control panels show it
     * @param value what is compared
     */
    public record LabeledValue(String label, String value) {
        public LabeledValue {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
        }

        /** A value that is shown as it is. */
        public static LabeledValue of(String value) {
            return new LabeledValue(value, value);
        }

        private Params params() {
            return Params.NONE.with("label", label).with("value", value);
        }
    }
}
