package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.Nulls;
import io.github.mailgunreactor.core.transport.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bad input is refused at the call, by the name of the parameter, and is not repeated in the message. */
class BadInputTest {
    private static final String NULL = Nulls.of(String.class);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "key-1\n", "key 1", "key-1\u0000", "\u2003key"})
    void aKeyMustBeOneWord(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.apiKey(key))
                .withMessageStartingWith("key must not ")
                .withMessageNotContaining("key-1");
        assertThatIllegalArgumentException().isThrownBy(() -> MailgunClient.builder(key));
    }

    @Test
    void aKeyMustNotBeNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> Credentials.apiKey(NULL))
                .withMessage("key must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> Credentials.from(Nulls.of(Mono.class)))
                .withMessage("key must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> MailgunClient.builder(Nulls.<Credentials>of(Credentials.class)))
                .withMessage("credentials must not be null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|must start with http",
                "api.mailgun.net|must start with http",
                "ftp://api.mailgun.net|must start with http",
                "https://|is not a URL",
                "https:///v3|must name a host",
                "https://a b|is not a URL",
                "https://api:key-secret@api.mailgun.net|must not have user info",
                "https://key-secret@api.mailgun.net|must not have user info",
                "https://api.mailgun.net:0|must name a host and, if any, a port from 1 to 65535",
                "https://api.mailgun.net:65536|must name a host and, if any, a port from 1 to 65535",
                "https://under_score|must name a host",
                "https://api.mailgun.net?x=1|must not have a query or a fragment",
                "https://api.mailgun.net/#x|must not have a query or a fragment"
            })
    void aBaseUrlMustBeOneOfAServer(String baseUrl, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Region.at(baseUrl))
                .withMessageStartingWith("baseUrl " + why)
                .withMessageNotContaining("key-secret");
    }

    @Test
    void aBaseUrlMustNotBeNull() {
        assertThatNullPointerException().isThrownBy(() -> Region.at(NULL)).withMessage("baseUrl must not be null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Trace", "X-Trace:", "X\r\nY", "Füße"})
    void aHeaderNameMustBeAToken(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Headers.NONE.with(name, "value"))
                .withMessageStartingWith("header name must be letters, digits or one of ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "Content-Type", "content-length", "Transfer-Encoding"})
    void aHeaderMustNotBeOneThatTheTransportSets(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Headers.NONE.with(name, "x"))
                .withMessage("header name must not be " + name + ": region and body decide it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\r\nX: y", "secret\n", "secret\u0000", "secret\u007f", "secret é", "secret\u2028"})
    void aHeaderValueMustBeVisibleAscii(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Headers.NONE.with("X-Trace", value))
                .withMessageStartingWith("header X-Trace must be visible ASCII")
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailgunClient.builder("key-fake").userAgent(value))
                .withMessageStartingWith("userAgent must ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeTransport.answering().client().onBehalfOf(value))
                .withMessageStartingWith("subaccountId must ");
    }

    @Test
    void aHeaderMustNotBeNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> Headers.NONE.with(NULL, "x"))
                .withMessage("header name must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> Headers.NONE.with("X-Trace", NULL))
                .withMessage("header X-Trace must not be null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\r\nContent-Type: text/html", "a\nb", "a\u0000b", "\udc00"})
    void aFileNameMustBeVisibleText(String fileName) {
        Part part = Part.bytes("a.txt", new byte[0]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Part.bytes(fileName, new byte[0]))
                .withMessageStartingWith("fileName must ");
        assertThatIllegalArgumentException().isThrownBy(() -> Part.publisher(fileName, Flux::empty));
        assertThatIllegalArgumentException().isThrownBy(() -> Part.once(fileName, Flux.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> part.named(fileName));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "text/plain\r\nX: y", "text/plain; name=é"})
    void aMediaTypeMustBeVisibleAscii(String mediaType) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Part.bytes("a", new byte[0]).contentType(mediaType))
                .withMessageStartingWith("mediaType must ");
    }

    @Test
    void aFileMustHaveAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Part.file(Path.of("/")))
                .withMessageStartingWith("fileName must not be blank");
    }

    @Test
    void aPartMustNotBeMadeOfNulls() {
        assertThatNullPointerException()
                .isThrownBy(() -> Part.bytes(NULL, new byte[0]))
                .withMessage("fileName must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> Part.bytes("a", Nulls.of(byte[].class)))
                .withMessage("bytes must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> Part.file(Nulls.of(Path.class)))
                .withMessage("file must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> Part.publisher("a", Nulls.of(Supplier.class)))
                .withMessage("source must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> Part.once("a", Nulls.of(Publisher.class)))
                .withMessage("content must not be null");
    }

    @Test
    void aLengthIsForContentThatDoesNotKnowItAndNotNegative() {
        Part published = Part.publisher("a", Flux::empty);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> published.length(-1))
                .withMessageStartingWith("length must be from 0 to ");
        assertThatIllegalStateException()
                .isThrownBy(() -> Part.bytes("a", new byte[0]).length(3));
    }

    @Test
    void aClientTimeoutMustBeInRange() {
        for (Duration timeout : List.of(Duration.ZERO, Duration.ofNanos(999_999), Duration.ofDays(2))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MailgunClient.builder("key-fake").timeout(timeout))
                    .withMessage("timeout must be from PT0.001S to PT24H, but is " + timeout);
        }
        assertThatCode(() -> MailgunClient.builder("key-fake").timeout(Duration.ofMillis(1)))
                .doesNotThrowAnyException();
        assertThatCode(() -> MailgunClient.builder("key-fake").timeout(Duration.ofHours(24)))
                .doesNotThrowAnyException();
    }

    @Test
    void aClientSettingMustNotBeNull() {
        MailgunClientBuilder builder = MailgunClient.builder("key-fake");
        MailgunClient client = FakeTransport.answering().client();

        assertThatNullPointerException()
                .isThrownBy(() -> builder.region(Nulls.of(Region.class)))
                .withMessage("region must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.router(Nulls.of(RegionRouter.class)))
                .withMessage("router must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.transport(Nulls.of(Transport.class)))
                .withMessage("transport must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.interceptor(Nulls.of(Interceptor.class)))
                .withMessage("interceptor must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.timeout(Nulls.of(Duration.class)))
                .withMessage("timeout must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.userAgent(NULL))
                .withMessage("userAgent must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> client.inRegion(Nulls.of(Region.class)))
                .withMessage("region must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> client.onBehalfOf(NULL))
                .withMessage("subaccountId must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> client.download(Nulls.of(Operation.class)))
                .withMessage("operation must not be null");
    }

    @Test
    void aRangeNamesItsParameterAndItsBounds() {
        assertThat(Arguments.requireRange("limit", 1, 1, 100)).isEqualTo(1);
        assertThat(Arguments.requireRange("limit", 100, 1, 100)).isEqualTo(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.requireRange("limit", 101, 1, 100))
                .withMessage("limit must be from 1 to 100, but is 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.requireRange("skip", -1L, 0L, Long.MAX_VALUE))
                .withMessageStartingWith("skip must be from 0 to ");
    }

    @Test
    void aTextThatIsRefusedIsToldByTheIndexOfItsCharacter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.requireText("name", "ab\u0000"))
                .withMessage("name must not have control characters, but has one at index 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.requireText("name", "ab\ud83d"))
                .withMessage("name must be Unicode, but has half a surrogate pair at index 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.requireText("name", "\ud83d\ude00\ude00"))
                .withMessage("name must be Unicode, but has half a surrogate pair at index 2");
    }

    @Test
    void aTextMayHaveAnyVisibleCharacter() {
        assertThat(Arguments.requireText("name", "Jos\u00e9 \"\\\ud83d\ude00\""))
                .isEqualTo("Jos\u00e9 \"\\\ud83d\ude00\"");
    }

    @Test
    void anOpenValueMustNotBeBlankWhereItIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleParams.named("x").color(new Sample.Color(" ")))
                .withMessage("color must not be blank");
    }

    @Test
    void aListOfValuesMustHaveOneAndNoNull() {
        assertThat(Arguments.requireOneOrMore("ids", new String[] {"a", "b"})).containsExactly("a", "b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.requireOneOrMore("ids", new String[0]))
                .withMessage("ids must be one or more");
        assertThatNullPointerException().isThrownBy(() -> Arguments.requireOneOrMore("ids", new String[] {"a", NULL}));
    }
}
