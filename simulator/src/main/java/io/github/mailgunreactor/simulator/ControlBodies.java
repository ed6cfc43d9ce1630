package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.messages.Attachment;
import io.github.mailgunreactor.simulator.internal.messages.Mail;
import io.github.mailgunreactor.simulator.internal.messages.MailAddress;
import io.github.mailgunreactor.simulator.internal.messages.MailStore;
import io.github.mailgunreactor.simulator.internal.messages.Rendering;
import io.github.mailgunreactor.simulator.internal.page.SandboxedHtml;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a message is made of, each part as it is: HTML, text, source, files. */
final class ControlBodies {
    private static final Pattern LINK = Pattern.compile("(?i)\\bhref\\s*=\\s*[\"']?(https?://[^\"'\\s>]+)");
    private static final int MOST_LINKS = 50;

    private final Simulator simulator;

    ControlBodies(Simulator simulator) {
        this.simulator = simulator;
    }

    private Rendering copy(SimulatedRequest request) {
        Mail mail = ControlMessages.stored(simulator, request);
        List<MailAddress> recipients =
                ControlMessages.recipients(mail, request.query().first("recipient"));
        return Rendering.of(new MailStore.Copy(mail, recipients.get(0), 0), request.baseUrl());
    }

    SimulatedResponse html(SimulatedRequest request) {
        Rendering copy = copy(request);
        List<Attachment> files = copy.mail().content().attachments();
        Map<String, String> inline = new HashMap<>();
        for (int number = 0; number < files.size(); number++) {
            inline.put(files.get(number).contentId(), Integer.toString(number));
        }
        String url =
                request.baseUrl() + Control.PREFIX + "/messages/" + copy.mail().key() + "/attachments/";
        return SandboxedHtml.of(Objects.requireNonNullElse(copy.html(), ""), url, inline);
    }

    SimulatedResponse text(SimulatedRequest request) {
        return plain(Objects.requireNonNullElse(copy(request).text(), "").getBytes(StandardCharsets.UTF_8));
    }

    /** As it is stored: what differs for each recipient is put in later. */
    SimulatedResponse source(SimulatedRequest request) {
        return plain(ControlMessages.stored(simulator, request).source());
    }

    private static SimulatedResponse plain(byte[] text) {
        return SimulatedResponse.bytes(200, "text/plain; charset=utf-8", text)
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    SimulatedResponse attachment(SimulatedRequest request) {
        List<Attachment> files =
                ControlMessages.stored(simulator, request).content().attachments();
        String number = request.path("number");
        Refusal.where(
                !number.matches("\\d{1,4}") || Integer.parseInt(number) >= files.size(),
                404,
                "the message has no such file");
        Attachment file = files.get(Integer.parseInt(number));
        boolean picture = file.contentType().matches("image/[a-z0-9.+-]{1,40}");
        String name = URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        return SimulatedResponse.bytes(200, picture ? file.contentType() : "application/octet-stream", file.content())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    /** Where the links of some HTML lead to, each once, the first of them. */
    static List<String> links(@Nullable String html) {
        return html == null
                ? List.of()
                : LINK.matcher(html)
                        .results()
                        .map((MatchResult match) -> match.group(1).replace("&amp;", "&"))
                        .distinct()
                        .limit(MOST_LINKS)
                        .toList();
    }
}
