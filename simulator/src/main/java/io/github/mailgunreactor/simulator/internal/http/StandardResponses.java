package io.github.mailgunreactor.simulator.internal.http;

import java.util.Map;

/** The responses that belong to no operation. */
public final class StandardResponses {

    private StandardResponses() {}

    /** What the root of the API says, and what a client with a wrong base URL gets to see. */
    static SimulatedResponse root() {
        return SimulatedResponse.text(200, "text/plain; charset=utf-8", "Mailgun Magnificent API");
    }

    /** The page for a path that is no operation; a trailing slash is enough to get it. */
    static SimulatedResponse notFound() {
        return page(404, "Not Found", "The requested URL was not found on this server.");
    }

    /** What analytics say of a path or method that is none of theirs: JSON, unlike the rest of the API. */
    static SimulatedResponse notFoundInAnalytics() {
        return SimulatedResponse.json(404, Map.of("error", "not found"));
    }

    /** The page for a path that exists, asked with the wrong method. */
    static SimulatedResponse methodNotAllowed(String allowed) {
        return page(405, "Method Not Allowed", "The method is not allowed for the requested URL.")
                .header("Allow", allowed);
    }

    /** Wrong key, wrong user, no credentials: the live API does not tell them apart. */
    public static SimulatedResponse unauthorized() {
        return SimulatedResponse.text(401, "text/plain; charset=utf-8", "Forbidden")
                .header("WWW-Authenticate", "Basic realm=\"MG API\"");
    }

    private static SimulatedResponse page(int status, String title, String text) {
        return SimulatedResponse.text(
                status,
                "text/html; charset=utf-8",
                "<!doctype html>\n<html lang=en>\n<title>" + status + " " + title + "</title>\n<h1>" + title
                        + "</h1>\n<p>" + text + "</p>\n");
    }
}
