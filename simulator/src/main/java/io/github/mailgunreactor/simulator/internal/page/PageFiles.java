package io.github.mailgunreactor.simulator.internal.page;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Serves the files that the page is made of, as they are. */
public final class PageFiles implements Operations {
    /** Every file: what is not here is not served. */
    static final List<String> NAMES = List.of(
            "index.html",
            "base.css",
            "views.css",
            "app.js",
            "control.js",
            "elements.js",
            "domains.js",
            "events.js",
            "faults.js",
            "inbox.js",
            "lists.js",
            "message.js",
            "requests.js",
            "routes.js",
            "settings.js",
            "suppressions.js",
            "templates.js",
            "webhooks.js");

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types 'none'";

    /** Reads all files here, when the simulator starts: an event loop must not wait for a disk. */
    @Override
    public void register(Routes routes) {
        Map<String, byte[]> files = new HashMap<>();
        NAMES.forEach(name -> files.put(name, content(name)));
        routes.add(GET, "/", request -> file("index.html", files));
        routes.add(GET, "/_simulator/page/{file}", request -> file(request.path("file"), files));
    }

    private static SimulatedResponse file(String name, Map<String, byte[]> files) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new Refusal(404, "the page has no such file");
        }
        return SimulatedResponse.bytes(200, type(name), content)
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept");
    }

    static byte[] content(String name) {
        try (InputStream file = Objects.requireNonNull(PageFiles.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            default -> "text/javascript; charset=utf-8";
        };
    }
}
