package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.optimize.InboxResultFilter;
import io.github.mailgunreactor.optimize.InboxResultsApi;
import io.github.mailgunreactor.optimize.PreviewTestsApi;
import io.github.mailgunreactor.optimize.ValidationQuery;
import io.github.mailgunreactor.optimize.ValidationsApi;
import java.util.List;

/** The rows of {@code api-optimize}. */
final class OptimizeContract implements ContractTable {
    private static final ContractRow.Calls<ValidationsApi> VALIDATIONS = ContractRow.calls(ValidationsApi::new);
    private static final ContractRow.Calls<InboxResultsApi> INBOX_RESULTS = ContractRow.calls(InboxResultsApi::new);
    private static final ContractRow.Calls<PreviewTestsApi> PREVIEW_TESTS = ContractRow.calls(PreviewTestsApi::new);
    private static final String RESULT_ID = "12345678-1234-1234-1234-123456789012";
    private static final String RESULT = """
            {"result": {"rid": "123456789012345678901234", "result_id": "12345678-1234-1234-1234-123456789012",
              "keybox_email": "ibp-00410325@mailgun.net", "subject": "A subject", "sender": "person@example.com",
              "name": "Such list", "created_at": "2021-08-03T14:20:40.301Z", "updated_at": "2021-08-03T14:36:53.841Z",
              "seed_results": [{"email": "mail@box.example", "provider": "box.example", "destination": "inbox",
                "state": "delivered", "originating_ip": "192.0.2.1", "tags": ["inbox"], "spf": "pass",
                "dkim": "pass", "dmarc": "pass"}]}}
            """;

    @Override
    public String module() {
        return "api-optimize";
    }

    @Override
    public List<ContractRow> rows() {
        return List.of(
                VALIDATIONS
                        .row("GET /v4/address/validate")
                        .calls((validations, notes) -> validations.validate("ada+news@example.org"))
                        .sends("GET /v4/address/validate?address=ada%2Bnews%40example.org")
                        .responds("""
                                {"address": "ada+news@example.org", "is_disposable_address": false,
                                 "is_role_address": false, "reason": [], "result": "deliverable", "risk": "low",
                                 "root_address": "ada@example.org"}
                                """),
                VALIDATIONS
                        .row("GET /v4/address/validate")
                        .calls((validations, notes) -> validations.validate(
                                ValidationQuery.of("admin@gmial.com").providerLookup(false)))
                        .sends("GET /v4/address/validate?address=admin%40gmial.com&provider_lookup=false")
                        .responds("""
                                {"address": "admin@gmial.com", "did_you_mean": "admin@gmail.com",
                                 "engagement": {"engaging": true, "behavior": "clicker", "is_bot": false},
                                 "is_disposable_address": false, "is_role_address": true,
                                 "reason": ["no MX records found"], "result": "undeliverable", "risk": "high",
                                 "root_address": "admin@gmial.com", "last_seen": 1700000000}
                                """),
                INBOX_RESULTS
                        .row("GET /v4/inbox/results/{result}")
                        .calls((results, notes) -> results.get(RESULT_ID))
                        .sends("GET /v4/inbox/results/" + RESULT_ID)
                        .responds(RESULT),
                INBOX_RESULTS
                        .row("GET /v4/inbox/results/{result}")
                        .calls((results, notes) ->
                                results.get(RESULT_ID, InboxResultFilter.all().provider("box.example")))
                        .sends("GET /v4/inbox/results/" + RESULT_ID + "?provider=box.example")
                        .responds(RESULT),
                PREVIEW_TESTS
                        .row("GET /v1/preview/tests/{test_id}/results")
                        .calls((tests, notes) -> tests.getResults("preview-1"))
                        .sends("GET /v1/preview/tests/preview-1/results")
                        .responds("""
                                {"iphone13_15": {"id": "iphone13_15", "display_name": "iPhone 13", "client": "iPhone",
                                   "os": "iOS 15", "category": "Mobile", "browser": "Safari",
                                   "screenshots": {"default": "https://x.example/1", "horizontal": "https://x.example/2"},
                                   "thumbnail": "https://x.example/3", "full_thumbnail": "https://x.example/4",
                                   "status": "Complete", "status_details": {"submitted": 1649353640,
                                     "completed": 1649353649, "bounce_code": "550", "bounce_message": "no"}},
                                 "iphone13_15_dm": {}}
                                """));
    }
}
