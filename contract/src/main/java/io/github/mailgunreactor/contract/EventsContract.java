package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.AnalyticsContract.END;
import static io.github.mailgunreactor.contract.AnalyticsContract.START;
import static io.github.mailgunreactor.contract.AnalyticsContract.domain;

import io.github.mailgunreactor.analytics.logs.EventFilter;
import io.github.mailgunreactor.analytics.logs.EventsApi;
import io.github.mailgunreactor.events.EventType;
import io.github.mailgunreactor.events.Severity;
import java.util.List;

/** The rows of the events of a domain. */
@SuppressWarnings("deprecation") // deprecated operations are in the table as all others
final class EventsContract {
    private static final ContractRow.Calls<EventsApi> EVENTS = ContractRow.calls(EventsApi::new);

    private EventsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                EVENTS.row("GET /v3/{domain_name}/events")
                        .calls((events, notes) -> events.list(
                                domain(notes),
                                EventFilter.all()
                                        .between(START, END)
                                        .pageSize(100)
                                        .types(EventType.FAILED, EventType.REJECTED)
                                        .severity(Severity.PERMANENT)
                                        .list("list@example.com")
                                        .attachment("a.pdf")
                                        .from("bob@example.com")
                                        .messageId("1@example.com")
                                        .subject("Hello")
                                        .to("ada@example.org")
                                        .size(">1000")
                                        .recipient("ada@example.org")
                                        .recipients("ada@example.org")
                                        .tags("newsletter")))
                        .sends("GET /v3/example.com/events?limit=100&begin=1767225600&end=1767830400&ascending=yes"
                                + "&event=failed%20OR%20rejected&severity=permanent&list=list%40example.com"
                                + "&attachment=a.pdf&from=bob%40example.com&message-id=1%40example.com&subject=Hello"
                                + "&to=ada%40example.org&size=%3E1000&recipient=ada%40example.org"
                                + "&recipients=ada%40example.org&tags=newsletter")
                        .responds("""
                                {"items": [{
                                   "method": "smtp", "id": "czsjqFATSlC3QtAK-C80nw", "event": "failed",
                                   "timestamp": 1767372018.530123, "log-level": "error",
                                   "flags": {"is-authenticated": true, "is-routed": false, "is-amp": false,
                                     "is-encrypted": false, "is-test-mode": false},
                                   "reject": {"reason": "a reason", "description": "more of it"},
                                   "message": {"attachments": [
                                       {"filename": "a.pdf", "content-type": "application/pdf", "size": 9}],
                                     "headers": {"message-id": "1@example.com", "from": "bob@example.com",
                                       "to": "ada@example.org", "subject": "Hello"},
                                     "recipients": ["ada@example.org"], "size": 2048,
                                     "scheduled-for": "Fri, 02 Jan 2026 16:30:18 UTC"},
                                   "tags": ["newsletter"], "campaigns": [], "user-variables": {"order": 17},
                                   "storage": {"key": "AwABB", "region": "us-east4",
                                     "url": "https://storage.example.net/v3/domains/example.com/messages/AwABB"},
                                   "geolocation": {"country": "US", "region": "TX", "city": "Austin"},
                                   "client-info": {"client-type": "browser", "client-os": "Linux",
                                     "device-type": "desktop", "client-name": "Chrome", "user-agent": "Mozilla/5.0"},
                                   "ip": "203.0.113.9",
                                   "delivery-status": {"code": 550, "attempt-no": 1, "message": "no such user",
                                     "description": "bad mailbox", "enhanced-code": "5.1.1",
                                     "mx-host": "mx.example.org", "certificate-verified": true, "tls": true,
                                     "utf8": true, "first-delivery-attempt-seconds": 0.12,
                                     "session-seconds": 0.4367079734802246, "retry-seconds": 600},
                                   "batch": {"id": "633ee615"}, "severity": "permanent", "reason": "bounce",
                                   "recipient": "ada@example.org", "recipient-domain": "example.org",
                                   "recipient-provider": "Gmail",
                                   "template": {"name": "welcome", "version": "v2", "is-text": "false"},
                                   "envelope": {"sender": "bob@example.com", "targets": "ada@example.org",
                                     "transport": "smtp", "sending-ip": "198.51.100.1"},
                                   "routes": [{"id": "r1", "expression": "catch_all()",
                                     "match": {"recipient": "ada@example.org"}}]}],
                                 "paging": {
                                   "next": "https://api.mailgun.net/v3/example.com/events/W3siYiI6Ij==",
                                   "previous": "https://api.mailgun.net/v3/example.com/events/W3siYiI6Ig==",
                                   "first": "https://api.mailgun.net/v3/example.com/events/W3siYiI6Iw==",
                                   "last": "https://api.mailgun.net/v3/example.com/events/W3siYiI6Jg=="}}
                                """),
                EVENTS.row("GET /v3/{domain_name}/events")
                        .calls((events, notes) ->
                                events.list(domain(notes), EventFilter.all().since(START)))
                        .sends("GET /v3/example.com/events?limit=300&begin=1767225600&ascending=yes")
                        .responds("{\"items\": [], \"paging\": {}}"));
    }
}
