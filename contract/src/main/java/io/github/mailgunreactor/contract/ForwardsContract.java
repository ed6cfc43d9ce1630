package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.routes.Forward;
import io.github.mailgunreactor.routes.ForwardChange;
import io.github.mailgunreactor.routes.ForwardFilter;
import io.github.mailgunreactor.routes.ForwardsApi;
import io.github.mailgunreactor.routes.NewForward;
import java.util.List;

/** The rows of {@link ForwardsApi}. */
final class ForwardsContract {
    private static final ContractRow.Calls<ForwardsApi> FORWARDS = ContractRow.calls(ForwardsApi::new);
    private static final String ID = "65f1c8";
    private static final String FORWARD = """
            {"id": "65f1c8", "account_id": "a1", "domain_name": "example.com", "domain_id": "d1", "match": "sales",
             "forward": {"urls": ["https://myhost.com/mail"], "recipients": ["ann@example.org"], "store": true},
             "created_at": "2026-02-16T19:06:01Z", "updated_at": "2026-02-17T19:06:01Z"}
            """;

    private ForwardsContract() {}

    private static String domain(Notes notes) {
        return notes.get("domain", "example.com");
    }

    private static String id(Notes notes) {
        return notes.get("forward", ID);
    }

    static List<ContractRow> rows() {
        return List.of(
                FORWARDS.row("POST /v3/forwards")
                        .calls((forwards, notes) -> forwards.create(
                                domain(notes),
                                NewForward.of("sales")
                                        .urls("https://myhost.com/mail", "https://other.example/mail")
                                        .recipients("ann@example.org", "bob@example.org")
                                        .store(true)))
                        .sends("POST /v3/forwards")
                        .form(
                                "match", "sales",
                                "forward.url", "https://myhost.com/mail",
                                "forward.url", "https://other.example/mail",
                                "forward.recipient", "ann@example.org",
                                "forward.recipient", "bob@example.org",
                                "forward.store", "true",
                                "domain.name", "example.com")
                        .responds(FORWARD)
                        .noting("forward", Forward.class, Forward::id),
                FORWARDS.row("GET /v3/forwards")
                        .calls((forwards, notes) -> forwards.list(ForwardFilter.all()
                                .domain(domain(notes))
                                .pageSize(10)
                                .lastPage()))
                        .sends("GET /v3/forwards?domain.name=example.com&limit=10&page=last")
                        .responds(
                                "{\"items\": [" + FORWARD
                                        + "], \"paging\": {\"next\": \"https://api.mailgun.net/v3/forwards?page=bmV4dA&limit=10\"}}"),
                FORWARDS.row("GET /v3/forwards/{id}")
                        .calls((forwards, notes) -> forwards.get(domain(notes), id(notes)))
                        .sends("GET /v3/forwards/65f1c8?domain.name=example.com")
                        .responds(FORWARD),
                FORWARDS.row("PUT /v3/forwards/{id}")
                        .calls((forwards, notes) -> forwards.change(
                                domain(notes),
                                id(notes),
                                ForwardChange.none()
                                        .match("support")
                                        .urls("https://myhost.com/support")
                                        .recipients("carl@example.org")
                                        .store(false)))
                        .sends("PUT /v3/forwards/65f1c8")
                        .form(
                                "match", "support",
                                "forward.url", "https://myhost.com/support",
                                "forward.recipient", "carl@example.org",
                                "forward.store", "false",
                                "domain.name", "example.com")
                        .responds(FORWARD),
                FORWARDS.row("DELETE /v3/forwards/{id}")
                        .calls((forwards, notes) -> forwards.delete(domain(notes), id(notes)))
                        .sends("DELETE /v3/forwards/65f1c8?domain.name=example.com")
                        .responds("{\"message\": \"Forward has been deleted\"}"));
    }
}
