package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.webhooks.AccountWebhookFilter;
import io.github.mailgunreactor.webhooks.AccountWebhooksApi;
import io.github.mailgunreactor.webhooks.CreatedAccountWebhook;
import io.github.mailgunreactor.webhooks.NewAccountWebhook;
import io.github.mailgunreactor.webhooks.WebhookType;
import java.util.List;

/** The rows of {@link AccountWebhooksApi}. */
final class AccountWebhooksContract {
    private static final ContractRow.Calls<AccountWebhooksApi> WEBHOOKS = ContractRow.calls(AccountWebhooksApi::new);
    private static final String WEBHOOK = """
            {"webhook_id": "507f1f77bcf86cd799439011", "description": "orders",
             "url": "https://a.example/account", "event_types": ["delivered", "permanent_fail"],
             "created_at": "2026-02-16T19:06:01Z"}
            """;

    private AccountWebhooksContract() {}

    static List<ContractRow> rows() {
        return List.of(
                WEBHOOKS.row("POST /v1/webhooks")
                        .calls((webhooks, notes) -> webhooks.create(NewAccountWebhook.of(
                                        "https://a.example/account", WebhookType.DELIVERED, WebhookType.PERMANENT_FAIL)
                                .description("orders")))
                        .sends("POST /v1/webhooks")
                        .multipart(
                                "url", "https://a.example/account",
                                "event_types", "delivered",
                                "event_types", "permanent_fail",
                                "description", "orders")
                        .responds("{\"webhook_id\": \"507f1f77bcf86cd799439011\"}")
                        .noting("webhook", CreatedAccountWebhook.class, CreatedAccountWebhook::id),
                WEBHOOKS.row("GET /v1/webhooks/{webhook_id}")
                        .calls((webhooks, notes) -> webhooks.get(id(notes)))
                        .sends("GET /v1/webhooks/507f1f77bcf86cd799439011")
                        .responds(WEBHOOK),
                WEBHOOKS.row("GET /v1/webhooks")
                        .calls((webhooks, notes) ->
                                webhooks.list(AccountWebhookFilter.all().ids(id(notes), "507f1f77bcf86cd799439012")))
                        .sends("GET /v1/webhooks?webhook_ids=507f1f77bcf86cd799439011%2C507f1f77bcf86cd799439012")
                        .responds("{\"webhooks\": [" + WEBHOOK + "]}"),
                WEBHOOKS.row("PUT /v1/webhooks/{webhook_id}")
                        .calls((webhooks, notes) -> webhooks.change(
                                id(notes),
                                NewAccountWebhook.of("https://b.example/account", WebhookType.OPENED)
                                        .description("opens")))
                        .sends("PUT /v1/webhooks/507f1f77bcf86cd799439011")
                        .multipart(
                                "url", "https://b.example/account",
                                "event_types", "opened",
                                "description", "opens")
                        .responds(204, ""),
                WEBHOOKS.row("DELETE /v1/webhooks/{webhook_id}")
                        .calls((webhooks, notes) -> webhooks.delete(id(notes)))
                        .sends("DELETE /v1/webhooks/507f1f77bcf86cd799439011")
                        .responds(204, ""),
                WEBHOOKS.row("POST /v1/webhooks")
                        .calls((webhooks, notes) ->
                                webhooks.create(NewAccountWebhook.of("https://c.example/account", WebhookType.CLICKED)))
                        .sends("POST /v1/webhooks")
                        .multipart("url", "https://c.example/account", "event_types", "clicked")
                        .responds("{\"webhook_id\": \"507f1f77bcf86cd799439012\"}")
                        .noting("other webhook", CreatedAccountWebhook.class, CreatedAccountWebhook::id),
                WEBHOOKS.row("DELETE /v1/webhooks")
                        .calls((webhooks, notes) ->
                                webhooks.delete(List.of(notes.get("other webhook", "507f1f77bcf86cd799439012"))))
                        .sends("DELETE /v1/webhooks?webhook_ids=507f1f77bcf86cd799439012")
                        .responds(204, ""),
                WEBHOOKS.row("POST /v1/webhooks")
                        .calls((webhooks, notes) -> webhooks.create(
                                NewAccountWebhook.of("https://d.example/account", WebhookType.ACCEPTED)))
                        .sends("POST /v1/webhooks")
                        .multipart("url", "https://d.example/account", "event_types", "accepted")
                        .responds("{\"webhook_id\": \"507f1f77bcf86cd799439013\"}"),
                WEBHOOKS.row("DELETE /v1/webhooks")
                        .calls((webhooks, notes) -> webhooks.deleteAll())
                        .sends("DELETE /v1/webhooks?all=true")
                        .responds(204, ""));
    }

    private static String id(Notes notes) {
        return notes.get("webhook", "507f1f77bcf86cd799439011");
    }
}
