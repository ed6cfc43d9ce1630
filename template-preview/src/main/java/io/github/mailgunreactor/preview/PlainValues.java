package io.github.mailgunreactor.preview;

import com.github.jknack.handlebars.ValueResolver;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as JSON has them, and what templates see of them: no object of Java, none of its methods. */
final class PlainValues implements ValueResolver {
    private static final int DEEPEST = 100;

    /** A copy of maps, lists, texts, numbers and booleans; refuses everything else. */
    static @Nullable Object copy(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("variables must be nested at most " + DEEPEST + " deep");
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, each) -> copy.put(String.valueOf(name), copy(each, depth + 1)));
            return copy;
        }
        if (value instanceof Iterable<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(copy(each, depth + 1)));
            return copy;
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        throw new IllegalArgumentException(
                "variables must be texts, finite numbers, booleans, maps and lists of these, but" + " one is a "
                        + value.getClass().getSimpleName());
    }

    /** A value as it is printed: numbers without an exponent, lists without anything between their elements. */
    static String text(@Nullable Object value) {
        if (value instanceof Number number) {
            BigDecimal plain = new BigDecimal(Double.toString(number.doubleValue())).stripTrailingZeros();
            return plain.signum() == 0 ? "0" : plain.toPlainString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PlainValues::text).collect(Collectors.joining());
        }
        return value == null ? "" : value.toString();
    }

    /** Whether {@code if} takes it for true: any text that is not empty is, also {@code "false"}. */
    static boolean isTrue(@Nullable Object value) {
        if (value instanceof Boolean is) {
            return is;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return value instanceof List<?> list ? !list.isEmpty() : !text(value).isEmpty();
    }

    @Override
    public Object resolve(Object context, String name) {
        Object value = context instanceof Map<?, ?> map ? map.get(name) : null;
        if (value == null && context instanceof List<?> list && name.matches("\\d{1,6}")) {
            int index = Integer.parseInt(name);
            value = index < list.size() ? list.get(index) : null;
        }
        if (value == null && name.equals("length")) {
            value = length(context);
        }
        return value == null ? UNRESOLVED : value;
    }

    /** As in Mailgun's engine, a text is as long as its UTF-8 form. */
    private static @Nullable Object length(Object of) {
        if (of instanceof Map<?, ?> map) {
            return map.size();
        }
        if (of instanceof List<?> list) {
            return list.size();
        }
        return of instanceof String text ? text.getBytes(StandardCharsets.UTF_8).length : null;
    }

    @Override
    public Object resolve(Object context) {
        return UNRESOLVED;
    }

    @Override
    public Set<Map.Entry<String, Object>> propertySet(Object context) {
        return Set.of();
    }
}
