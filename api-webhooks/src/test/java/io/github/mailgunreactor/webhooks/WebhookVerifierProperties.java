package io.github.mailgunreactor.webhooks;

import static io.github.mailgunreactor.webhooks.Deliveries.JSON;
import static io.github.mailgunreactor.webhooks.Deliveries.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class WebhookVerifierProperties {

    @Property
    void onlyWhatIsSignedWithTheKeyInsideTheWindowIsTaken(
            @ForAll @LongRange(min = -100_000, max = 100_000) long secondsFromNow,
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 60) String token,
            @ForAll boolean ourKey) {
        String timestamp = Long.toString(Deliveries.NOW.getEpochSecond() + secondsFromNow);
        String signature = Deliveries.hmac(ourKey ? KEY : "another key", timestamp + token);
        byte[] body = Deliveries.event("{\"timestamp\": \"%s\", \"token\": \"%s\", \"signature\": \"%s\"}"
                .formatted(timestamp, token, signature));

        boolean expected = ourKey && secondsFromNow >= -12 * 3600 && secondsFromNow <= 300;
        assertThat(Deliveries.verifier().verify(JSON, body) instanceof WebhookDelivery)
                .isEqualTo(expected);
    }

    @Property
    void oneChangedBitOfWhatIsSignedIsRefused(
            @ForAll @IntRange(max = 123) int position, @ForAll @IntRange(max = 7) int bit) {
        String signature = Deliveries.hmac(KEY, Deliveries.TIMESTAMP + Deliveries.TOKEN);
        byte[] signed = Deliveries.bytes(Deliveries.TIMESTAMP + Deliveries.TOKEN + signature);
        signed[position] ^= (byte) (1 << bit);
        String changed = new String(signed, StandardCharsets.ISO_8859_1);
        // Hexadecimal digits mean the same in either case.
        Assume.that(!changed.equalsIgnoreCase(Deliveries.TIMESTAMP + Deliveries.TOKEN + signature) || position < 60);
        String form = "timestamp=" + encoded(changed.substring(0, 10)) + "&token=" + encoded(changed.substring(10, 60))
                + "&signature=" + encoded(changed.substring(60));

        assertThat(Deliveries.verifier().verify("application/x-www-form-urlencoded", Deliveries.bytes(form)))
                .isInstanceOf(RefusedDelivery.class);
    }

    @Property
    void noBytesMakeItThrow(@ForAll @Size(max = 300) byte[] body, @ForAll @IntRange(max = 3) int type) {
        String contentType = List.of(
                        JSON, "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "text/plain")
                .get(type);

        assertThat(Deliveries.verifier().verify(contentType, body)).isInstanceOf(RefusedDelivery.class);
    }

    @Property(tries = 300)
    void readsBackWhatAMultipartEncoderOfAnotherMakerWrites(
            @ForAll @Size(max = 5) List<@StringLength(max = 40) String> values, @ForAll @Size(max = 2000) byte[] file) {
        Params form = Params.NONE.with("signature", "x").with("attachment-1", Part.bytes("naïve \"name\".bin", file));
        for (int i = 0; i < values.size(); i++) {
            Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(values.get(i)));
            form = form.and("value-" + i, values.get(i));
        }
        FakeTransport transport = FakeTransport.answering(FakeResponse.json(200, "{}"));
        transport
                .client()
                .send(Method.POST.path("/x").multipart(form).asEmpty())
                .block();
        var sent = transport.onlySent();

        FormContent read = FormReader.multipart(sent.bytes(), Objects.requireNonNull(sent.contentType()));

        for (int i = 0; i < values.size(); i++) {
            assertThat(read.first("value-" + i)).isEqualTo(values.get(i));
        }
        assertThat(read.files()).singleElement().satisfies(received -> {
            assertThat(received.filename()).isEqualTo("naïve \"name\".bin");
            assertThat(received.content()).isEqualTo(file);
        });
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(String.format("%02x", one));
        }
        return encoded.toString();
    }
}
