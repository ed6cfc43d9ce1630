package io.github.mailgunreactor.simulator.internal.deliveries;

import io.github.mailgunreactor.simulator.internal.state.Account;

/**
 * What is to be posted.
 *
 * @param kind what asks for it, which decides when it counts as done
 * @param type what it tells, such as {@code delivered}
 * @param url where to
 * @param account whose it is; it signs, and so does its parent
 * @param region where it happened
 * @param body what is posted, before it is signed
 * @param whenGivenUp runs when the last attempt has failed, under the lock of the state
 */
public record Notification(
        Kind kind,
        String type,
        String url,
        Account account,
        String region,
        NotificationBody body,
        Runnable whenGivenUp) {

    /** Where notifications come from. */
    public enum Kind {
        WEBHOOK("webhook"),
        ROUTE("route"),
        ALERT("alert");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As the control API names it. */
        public String text() {
            return text;
        }

        /** Webhooks and routes take 200 and nothing else for done, alerts any success. */
        boolean isDone(int status) {
            return this == ALERT ? status >= 200 && status < 300 : status == 200;
        }
    }

    public Notification(Kind kind, String type, String url, Account account, String region, NotificationBody body) {
        this(kind, type, url, account, region, body, () -> {});
    }
}
