package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.WebhooksContract.domain;

import io.github.mailgunreactor.webhooks.DomainWebhooksApi;
import io.github.mailgunreactor.webhooks.WebhookType;
import java.util.List;

/** The rows of {@link DomainWebhooksApi}. */
final class DomainWebhooksContract {
    private static final ContractRow.Calls<DomainWebhooksApi> WEBHOOKS = ContractRow.calls(DomainWebhooksApi::new);
    private static final String ONE = "https://a.example/hooks";
    private static final String OTHER = "https://b.example/hooks?tenant=7";

    private DomainWebhooksContract() {}

    static List<ContractRow> rows() {
        return List.of(
                WEBHOOKS.row("POST /v3/domains/{domain}/webhooks")
                        .calls((webhooks, notes) -> webhooks.create(domain(notes), WebhookType.CLICKED, ONE, OTHER))
                        .sends("POST /v3/domains/example.com/webhooks")
                        .multipart("id", "clicked", "url", ONE, "url", OTHER)
                        .responds("""
                                {"message": "Webhook has been created",
                                 "webhook": {"urls": ["https://a.example/hooks", "https://b.example/hooks?tenant=7"]}}
                                """),
                WEBHOOKS.row("GET /v3/domains/{domain}/webhooks")
                        .calls((webhooks, notes) -> webhooks.list(domain(notes)))
                        .sends("GET /v3/domains/example.com/webhooks")
                        .responds("""
                                {"webhooks": {"clicked": {"urls": ["https://a.example/hooks"]},
                                              "delivered": {"urls": ["https://b.example/hooks?tenant=7"]}}}
                                """),
                WEBHOOKS.row("GET /v3/domains/{domain_name}/webhooks/{webhook_name}")
                        .calls((webhooks, notes) -> webhooks.get(domain(notes), WebhookType.CLICKED))
                        .sends("GET /v3/domains/example.com/webhooks/clicked")
                        .responds("{\"webhook\": {\"urls\": [\"https://a.example/hooks\"]}}"),
                WEBHOOKS.row("PUT /v3/domains/{domain_name}/webhooks/{webhook_name}")
                        .calls((webhooks, notes) -> webhooks.change(domain(notes), WebhookType.CLICKED, OTHER))
                        .sends("PUT /v3/domains/example.com/webhooks/clicked")
                        .multipart("url", OTHER)
                        .responds("""
                                {"message": "Webhook has been updated",
                                 "webhook": {"urls": ["https://b.example/hooks?tenant=7"]}}
                                """),
                WEBHOOKS.row("PUT /v3/domains/{domain}/webhooks/{webhook_name}/test")
                        .calls((webhooks, notes) ->
                                webhooks.test(domain(notes), WebhookType.DELIVERED, "http://127.0.0.1:1/hooks"))
                        .sends("PUT /v3/domains/example.com/webhooks/delivered/test")
                        .multipart("url", "http://127.0.0.1:1/hooks")
                        .responds("{\"code\": 200, \"message\": \"Webhook test has been sent\"}"),
                WEBHOOKS.row("POST /v4/domains/{domain}/webhooks")
                        .calls((webhooks, notes) -> webhooks.addUrl(
                                domain(notes), ONE, List.of(WebhookType.DELIVERED, WebhookType.PERMANENT_FAIL)))
                        .sends("POST /v4/domains/example.com/webhooks")
                        .form("url", ONE, "event_types", "delivered", "event_types", "permanent_fail")
                        .responds("{\"webhooks\": {\"delivered\": {\"urls\": [\"https://a.example/hooks\"]}}}"),
                WEBHOOKS.row("PUT /v4/domains/{domain}/webhooks")
                        .calls((webhooks, notes) ->
                                webhooks.changeUrl(domain(notes), ONE, List.of(WebhookType.COMPLAINED)))
                        .sends("PUT /v4/domains/example.com/webhooks")
                        .form("url", ONE, "event_types", "complained")
                        .responds("{\"webhooks\": {\"complained\": {\"urls\": [\"https://a.example/hooks\"]}}}"),
                WEBHOOKS.row("DELETE /v4/domains/{domain}/webhooks")
                        .calls((webhooks, notes) -> webhooks.removeUrls(domain(notes), ONE, "https://c.example/hooks"))
                        .sends("DELETE /v4/domains/example.com/webhooks"
                                + "?url=https%3A%2F%2Fa.example%2Fhooks%2Chttps%3A%2F%2Fc.example%2Fhooks")
                        .responds("{\"webhooks\": {}}"),
                WEBHOOKS.row("DELETE /v3/domains/{domain_name}/webhooks/{webhook_name}")
                        .calls((webhooks, notes) -> webhooks.delete(domain(notes), WebhookType.CLICKED))
                        .sends("DELETE /v3/domains/example.com/webhooks/clicked")
                        .responds("""
                                {"message": "Webhook has been deleted",
                                 "webhook": {"urls": ["https://b.example/hooks?tenant=7"]}}
                                """));
    }
}
