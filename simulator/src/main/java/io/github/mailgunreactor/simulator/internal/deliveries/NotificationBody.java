package io.github.mailgunreactor.simulator.internal.deliveries;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is told; each form has its own place for the signature. */
@FunctionalInterface
public interface NotificationBody {

    EncodedBody encode(NotificationSignature signature);

    /** A field of a form; names may repeat. */
    record Field(String name, String value) {}

    /** What became of a message: JSON, with the signature beside the event. */
    static NotificationBody event(Map<String, ?> event) {
        return signature -> {
            JsonObject json = JsonObject.of("signature", signature.fields()).and("event-data", event);
            return EncodedBody.of("application/json", Json.write(json));
        };
    }

    /** A form, urlencoded where it has no files, with the signature as fields of its own. */
    static NotificationBody form(List<Field> fields, List<NotificationFile> files) {
        return signature -> {
            List<Field> all = new ArrayList<>(fields);
            signature.fields().forEach((name, value) -> all.add(new Field(name, value)));
            return files.isEmpty() ? urlencoded(all) : multipart(all, files, "cut-" + signature.token());
        };
    }

    /** An alert: JSON without a signature of its own, as a header signs the whole of it. */
    static NotificationBody alert(Map<String, ?> event, String alertKey) {
        return signature -> {
            JsonObject json = JsonObject.of(
                            "signature",
                            Map.of("timestamp", Long.parseLong(signature.timestamp()), "token", signature.token()))
                    .and("event_data", event);
            byte[] bytes = Json.write(json);
            return new EncodedBody(
                    "application/json", bytes, Map.of("X-Sign", NotificationSignature.hmac(alertKey, bytes)));
        };
    }

    private static EncodedBody urlencoded(List<Field> fields) {
        StringBuilder text = new StringBuilder();
        for (Field field : fields) {
            text.append(text.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(field.name(), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(field.value(), StandardCharsets.UTF_8));
        }
        return EncodedBody.of(
                "application/x-www-form-urlencoded", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static EncodedBody multipart(List<Field> fields, List<NotificationFile> files, String boundary) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Field field : fields) {
            write(bytes, "--" + boundary + "\r\n" + named(field.name()) + "\r\n\r\n" + field.value() + "\r\n");
        }
        for (NotificationFile file : files) {
            write(
                    bytes,
                    "--" + boundary + "\r\n" + named(file.field()) + "; filename=\"" + quoted(file.fileName())
                            + "\"\r\nContent-Type: " + quoted(file.contentType()) + "\r\n\r\n");
            bytes.writeBytes(file.content());
            write(bytes, "\r\n");
        }
        write(bytes, "--" + boundary + "--\r\n");
        return EncodedBody.of("multipart/form-data; boundary=" + boundary, bytes.toByteArray());
    }

    private static String named(String field) {
        return "Content-Disposition: form-data; name=\"" + quoted(field) + "\"";
    }

    /** What stands in a header of a part, as browsers escape it. */
    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static void write(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
