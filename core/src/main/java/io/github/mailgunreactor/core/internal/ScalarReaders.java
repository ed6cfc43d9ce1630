package io.github.mailgunreactor.core.internal;

import io.github.mailgunreactor.core.Secret;
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
        module.addDeserializer(String.class, new OfString());
        module.addDeserializer(Long.class, new OfLong(Long.class));
        module.addDeserializer(long.class, new OfLong(long.class));
        module.addDeserializer(Integer.class, new OfInteger(Integer.class));
        module.addDeserializer(int.class, new OfInteger(int.class));
        module.addDeserializer(Double.class, new OfDouble(Double.class));
        module.addDeserializer(double.class, new OfDouble(double.class));
        module.addDeserializer(BigDecimal.class, new OfDecimal());
        module.addDeserializer(Boolean.class, new OfBoolean(Boolean.class));
        module.addDeserializer(boolean.class, new OfBoolean(boolean.class));
        module.addDeserializer(Instant.class, new OfInstant());
        module.addDeserializer(Duration.class, new OfDuration());
        module.addDeserializer(Secret.class, new OfSecret());
    }

    private static final class OfString extends ScalarReader<String> {
        OfString() {
            super(String.class);
        }

        @Override
        String read(JsonToken token, JsonParser parser) {
            return parser.getString();
        }
    }

    private static final class OfSecret extends ScalarReader<Secret> {
        OfSecret() {
            super(Secret.class);
        }

        @Override
        Secret read(JsonToken token, JsonParser parser) {
            return Secret.of(parser.getString());
        }
    }

    private static final class OfLong extends ScalarReader<Long> {
        OfLong(Class<Long> type) {
            super(type);
        }

        @Override
        @Nullable
        Long read(JsonToken token, JsonParser parser) {
            if (token == JsonToken.VALUE_NUMBER_INT) {
                return parser.getLongValue();
            }
            BigDecimal number = decimal(token, parser);
            return number == null ? null : exactly(number);
        }
    }

    private static final class OfInteger extends ScalarReader<Integer> {
        OfInteger(Class<Integer> type) {
            super(type);
        }

        @Override
        @Nullable
        Integer read(JsonToken token, JsonParser parser) {
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
    }

    private static final class OfDouble extends ScalarReader<Double> {
        OfDouble(Class<Double> type) {
            super(type);
        }

        @Override
        @Nullable
        Double read(JsonToken token, JsonParser parser) {
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
    }

    private static final class OfDecimal extends ScalarReader<BigDecimal> {
        OfDecimal() {
            super(BigDecimal.class);
        }

        @Override
        @Nullable
        BigDecimal read(JsonToken token, JsonParser parser) {
            return decimal(token, parser);
        }
    }

    /** Mailgun writes {@code true}, {@code "true"}, {@code "yes"} and {@code 1}. */
    private static final class OfBoolean extends ScalarReader<Boolean> {
        OfBoolean(Class<Boolean> type) {
            super(type);
        }

        @Override
        @Nullable
        Boolean read(JsonToken token, JsonParser parser) {
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
    }

    /** Mailgun counts seconds; we write the ISO form. */
    private static final class OfDuration extends ScalarReader<Duration> {
        OfDuration() {
            super(Duration.class);
        }

        @Override
        @Nullable
        Duration read(JsonToken token, JsonParser parser) {
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
    }

    private static final class OfInstant extends ScalarReader<Instant> {
        OfInstant() {
            super(Instant.class);
        }

        @Override
        @Nullable
        Instant read(JsonToken token, JsonParser parser) {
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
}
