package io.github.mailgunreactor.core.internal;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a scalar as exactly what was sent, or not at all: numbers may come in quotes, an empty text stands for nothing, and a
 * value that would have to be changed to fit is none.
 */
final class ScalarReader<T> extends StdDeserializer<T> {
    private static final int LONGEST_NUMBER = 100;
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?");

    private static final BigDecimal SMALLEST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Class<T> type;
    private final transient Reading<T> reading;

    ScalarReader(Class<T> type, Reading<T> reading) {
        super(type);
        this.type = type;
        this.reading = reading;
    }

    /** How a scalar of one type is read. */
    @FunctionalInterface
    interface Reading<T> {

        /**
         * Reads the scalar at which the parser stands.
         *
         * @throws OddValue if it is not of the type
         */
        @Nullable
        T read(JsonToken token, JsonParser parser);
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token.isScalarValue()) {
            try {
                return reading.read(token, parser);
            } catch (OddValue | InputCoercionException | NumberFormatException odd) {
                // Passed over below.
            }
        }
        Tolerance.passOver(type, parser, context);
        return null;
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        return null;
    }

    /** A number of any notation, {@code null} for an empty text. */
    static @Nullable BigDecimal decimal(JsonToken token, JsonParser parser) {
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_STRING -> decimal(parser.getString());
            default -> throw new OddValue();
        };
    }

    private static @Nullable BigDecimal decimal(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return null;
        }
        if (stripped.length() > LONGEST_NUMBER || !DECIMAL.matcher(stripped).matches()) {
            throw new OddValue();
        }
        return new BigDecimal(stripped);
    }

    /** The whole number that it is, in whatever notation. */
    static long exactly(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() > 0 || stripped.compareTo(SMALLEST) < 0 || stripped.compareTo(LARGEST) > 0) {
            throw new OddValue();
        }
        return stripped.longValue();
    }

    /** Says that a value is not of its type. It costs next to nothing, as a response may be full of such values. */
    static final class OddValue extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OddValue() {
            super(null, null, false, false);
        }
    }
}
