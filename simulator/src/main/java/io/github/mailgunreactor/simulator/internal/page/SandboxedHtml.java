package io.github.mailgunreactor.simulator.internal.page;

import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML of strangers for a frame of the page: nothing in it runs, and nothing is fetched but the files of the message
 * itself. The policy goes with the response, so that it also holds where the URL is opened outside of the frame.
 */
public final class SandboxedHtml {
    private static final Pattern CONTENT_ID = Pattern.compile("(?i)\\bcid:([^\"'\\s)>]+)");

    /**
     * What opens a connection before any policy is asked: {@code <link rel=preconnect>}, and whatever frames another
     * document. None of these elements may come to be.
     */
    private static final Pattern CONNECTING = Pattern.compile("(?i)<(?=link|i?frame|fencedframe|portal|object|embed)");

    private SandboxedHtml() {}

    /**
     * The response.
     *
     * @param files the URL below which the files of the message are, with a slash at its end
     * @param inline names of files below that URL by their content ids
     */
    public static SimulatedResponse of(String html, String files, Map<String, String> inline) {
        String silent = CONNECTING.matcher(html).replaceAll("<x-");
        String whole = CONTENT_ID.matcher(silent).replaceAll(match -> {
            String name = inline.get(match.group(1));
            return Matcher.quoteReplacement(name == null ? match.group() : files + name);
        });
        return SimulatedResponse.text(200, "text/html; charset=utf-8", whole)
                .header("Content-Security-Policy", policy(files))
                .header("Referrer-Policy", "no-referrer")
                .header("X-DNS-Prefetch-Control", "off")
                .header("Cache-Control", "no-store");
    }

    private static String policy(String files) {
        return "sandbox; default-src 'none'; img-src data: " + files + "; style-src 'unsafe-inline'; font-src data:; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    }
}
