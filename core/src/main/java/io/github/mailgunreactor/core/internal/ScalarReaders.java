package io.github.mailgunreactor.core.internal;

import static io.github.mailgunreactor.core.internal.ScalarReader.decimal;
import static io.github.mailgunreactor.core.internal.ScalarReader.exactly;

import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.core.internal.ScalarReader.OddValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.module.SimpleModule;

/** The readers of the scalars that records have. */
final class ScalarReaders {
    private ScalarReaders() {}

    static void addTo(SimpleModule module) {
        add(module, String.class, (token, parser) -> parser.getString());
        add(module, Secret.class, (token, parser) -> Secret.of(parser.getString()));
        add(module, Long.class, ScalarReaders::readLong);
        add(module, long.class, ScalarReaders::readLong);
        add(module, Integer.class, ScalarReaders::readInteger);
        add(module, int.class, ScalarReaders::readInteger);
        add(module, Double.class, ScalarReaders::readDouble);
        add(module, double.class, ScalarReaders::readDouble);
        add(module, BigDecimal.class, ScalarReader::decimal);
        add(module, Boolean.class, ScalarReaders::readBoolean);
        add(module, boolean.class, ScalarReaders::readBoolean);
        add(module, Instant.class, ScalarReaders::readInstant);
        add(module, Duration.class, ScalarReaders::readDuration);
    }

    private static <T> void add(SimpleModule module, Class<T> type, ScalarReader.Reading<T> reading) {
        module.addDeserializer(type, new ScalarReader<>(type, reading));
    }

    private static @Nullable Long readLong(JsonToken token, JsonParser parser) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        BigDecimal number = decimal(token, parser);
        return number == null ? null : exactly(number);
    }

    private static @Nullable Integer readInteger(JsonToken token, JsonParser parser) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getIntValue();
        }
        BigDecimal number = decimal(token, parser);
        if (number == null) {
            return null;
        }
        long whole = exactly(number);
        if (whole != (int) whole) {
            throw new OddValue();
        }
        return (int) whole;
    }

    private static @Nullable Double readDouble(JsonToken token, JsonParser parser) {
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return finite(parser.getDoubleValue());
        }
        BigDecimal number = decimal(token, parser);
        return number == null ? null : finite(number.doubleValue());
    }

    private static double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new OddValue();
        }
        return number;
    }

    /** Mailgun writes {@code true}, {@code "true"}, {@code "yes"} and {@code 1}. */
    private static @Nullable Boolean readBoolean(JsonToken token, JsonParser parser) {
        return switch (token) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_STRING, VALUE_NUMBER_INT ->
                switch (parser.getString().strip().toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "1" -> Boolean.TRUE;
                    case "false", "no", "0" -> Boolean.FALSE;
                    case "" -> null;
                    default -> throw new OddValue();
                };
            default -> throw new OddValue();
        };
    }

    /** Mailgun counts seconds; we write the ISO form. */
    private static @Nullable Duration readDuration(JsonToken token, JsonParser parser) {
        if (token == JsonToken.VALUE_STRING && parser.getString().startsWith("PT")) {
            try {
                return Duration.parse(parser.getString());
            } catch (DateTimeException notADuration) {
                throw new OddValue();
            }
        }
        BigDecimal seconds = decimal(token, parser);
        return seconds == null ? null : Duration.ofSeconds(exactly(seconds));
    }

    private static @Nullable Instant readInstant(JsonToken token, JsonParser parser) {
        try {
            return switch (token) {
                case VALUE_STRING -> WireDate.parse(parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> WireDate.ofEpoch(parser.getDecimalValue());
                default -> throw new OddValue();
            };
        } catch (IllegalArgumentException notADate) {
            throw new OddValue();
        }
    }
}
