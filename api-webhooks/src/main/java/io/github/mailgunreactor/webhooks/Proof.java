package io.github.mailgunreactor.webhooks;

import java.time.Instant;

/** What was verified of a delivery. */
record Proof(String token, Instant signedAt) {}
