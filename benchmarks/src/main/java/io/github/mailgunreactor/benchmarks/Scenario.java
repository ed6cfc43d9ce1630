package io.github.mailgunreactor.benchmarks;

import java.util.Locale;

/** What is asked of the server, end to end. */
enum Scenario {
    /** {@code GET /v4/domains/{name}}: 1.6 KB. */
    DOMAIN("GET a domain", 60_000),
    /** {@code POST /v1/analytics/logs}: a page of 100 events. */
    LOGS("POST for a page of 100 logs", 2_000),
    /** {@code POST /v1/keys} with a form. */
    CREATE_KEY("create a key", 40_000),
    /** {@code POST /v3/{domain}/messages} with a text of 300 bytes: a form. */
    SEND("send a message", 40_000),
    /** A multipart body with a file of 1 MB in memory. */
    UPLOAD_1MB("upload 1 MB", 500),
    /** A multipart body with a file of 1 GB on disk. */
    UPLOAD_1GB("upload 1 GB", 1),
    /** {@code GET /v3/{domain}/bounces}: 1,000 pages of 1,000 items. */
    BOUNCES("list 1,000,000 bounces", 1);

    static final String DOMAIN_NAME = "mail.example.com";

    private final String title;
    private final int callsPerTurn;

    Scenario(String title, int callsPerTurn) {
        this.title = title;
        this.callsPerTurn = callsPerTurn;
    }

    String title() {
        return title;
    }

    /** How many calls take a second or two: the compiler of the JVM is done with them after a few turns. */
    int callsPerTurn() {
        return callsPerTurn;
    }

    static Scenario named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
