package io.github.mailgunreactor.preview;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Decorator;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.TagType;
import com.github.jknack.handlebars.helper.DefaultHelperRegistry;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The helpers that Mailgun has, as they work there, in place of all that the library has. */
final class PreviewHelpers extends DefaultHelperRegistry {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

    private final RenderBudget budget;
    private final Map<String, Helper<Object>> own = new HashMap<>();

    PreviewHelpers(RenderBudget budget) {
        this.budget = budget;
        add("if", 1, (value, options) -> isTrue(value, options) ? options.fn() : options.inverse());
        add("unless", 1, (value, options) -> isTrue(value, options) ? options.inverse() : options.fn());
        add("with", 1, (value, options) -> PlainValues.isTrue(value) ? options.fn(value) : options.inverse());
        add("each", 1, this::each);
        // Mailgun's engine forgets the else of an equal, and so does this one.
        add("equal", 2, (value, options) -> PlainValues.text(value).equals(text(options, 0)) ? options.fn() : "");
        add("ifGt", 2, comparing((a, b) -> a > b));
        add("ifLt", 2, comparing((a, b) -> a < b));
        add("ifEq", 2, comparing(Double::equals));
        add("ifMatchesRegexStr", 2, this::ifMatches);
        add("pluralize", 3, PreviewHelpers::pluralize);
        add("lookup", 2, (value, options) -> PlainValues.text(found(value, text(options, 0))));
        add("log", 1, (value, options) -> "");
    }

    private void add(String name, int parameters, Helper<Object> helper) {
        own.put(name, (value, options) -> {
            int given = options.data(Context.PARAM_SIZE);
            // A block named for a variable comes here too: as an if, unless, each or with of no value.
            boolean implied = given == 0 && parameters == 1 && options.tagType == TagType.SECTION;
            if (given != parameters && !implied) {
                throw new TemplatePreviewException(
                        "the helper " + name + " takes " + parameters + " values, but has " + given);
            }
            return helper.apply(value, options);
        });
    }

    @Override
    @SuppressWarnings("unchecked") // as in the registry that this one narrows
    public <C> @Nullable Helper<C> helper(String name) {
        return (Helper<C>) own.get(name);
    }

    @Override
    public Decorator decorator(String name) {
        throw new TemplatePreviewException("decorators are not known: " + name);
    }

    private static boolean isTrue(@Nullable Object value, Options options) {
        boolean includeZero = Boolean.TRUE.equals(options.hash("includeZero"));
        return PlainValues.isTrue(value)
                || (includeZero && value instanceof Number number && number.doubleValue() == 0);
    }

    private CharSequence each(@Nullable Object value, Options options) throws IOException {
        if (!PlainValues.isTrue(value)) {
            return options.inverse();
        }
        StringBuilder all = new StringBuilder();
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                all.append(one(list.get(i), i, i, list.size(), options));
            }
        } else if (value instanceof Map<?, ?> map) {
            int i = 0;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                all.append(one(entry.getValue(), entry.getKey(), i++, map.size(), options));
            }
        }
        return all;
    }

    private CharSequence one(@Nullable Object value, Object key, int index, int size, Options options)
            throws IOException {
        Context context = Context.newContext(options.context, value)
                .combine("@key", key)
                .combine("@index", index)
                .combine("@first", index == 0)
                .combine("@last", index == size - 1);
        CharSequence text = options.apply(options.fn, context, Arrays.asList(value, key));
        budget.spend(1 + text.length());
        return text;
    }

    private static Helper<Object> comparing(BiPredicate<Double, Double> holds) {
        return (value, options) -> {
            Double left = number(value);
            Double right = number(options.param(0, null));
            return left != null && right != null && holds.test(left, right) ? options.fn() : options.inverse();
        };
    }

    private CharSequence ifMatches(@Nullable Object pattern, Options options) throws IOException {
        try {
            boolean found = Pattern.compile(PlainValues.text(pattern))
                    .matcher(budget.counted(text(options, 0)))
                    .find();
            return found ? options.fn() : options.inverse();
        } catch (PatternSyntaxException noPattern) {
            return options.inverse();
        }
    }

    private static Object pluralize(@Nullable Object count, Options options) {
        Double number = number(count);
        return text(options, number == null || number <= 1 ? 1 : 0);
    }

    @SuppressWarnings("ReferenceEquality") // the one object that stands for none
    private static @Nullable Object found(@Nullable Object in, String name) {
        Object value = in == null ? null : new PlainValues().resolve(in, name);
        return value == PlainValues.UNRESOLVED ? null : value;
    }

    private static String text(Options options, int parameter) {
        return PlainValues.text(options.param(parameter, null));
    }

    /** A number, a text that is one, or a truth value as 1 or 0; {@code null} for all else. */
    private static @Nullable Double number(@Nullable Object value) {
        if (value instanceof Boolean is) {
            return is ? 1.0 : 0.0;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof String text && NUMBER.matcher(text).matches() ? Double.valueOf(text) : null;
    }
}
