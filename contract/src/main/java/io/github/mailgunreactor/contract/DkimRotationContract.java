package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.DomainsContract.domain;

import io.github.mailgunreactor.domains.DkimRotationApi;
import io.github.mailgunreactor.domains.RotationChange;
import java.time.Duration;
import java.util.List;

/** The rows of {@link DkimRotationApi}. */
final class DkimRotationContract {
    private static final ContractRow.Calls<DkimRotationApi> ROTATION = ContractRow.calls(DkimRotationApi::new);

    private DkimRotationContract() {}

    static List<ContractRow> rows() {
        return List.of(
                ROTATION.row("PUT /v1/dkim_management/domains/{name}/rotation")
                        .calls((rotation, notes) ->
                                rotation.change(domain(notes), RotationChange.automatic(Duration.ofDays(30))))
                        .sends("PUT /v1/dkim_management/domains/shop.published.example/rotation")
                        .multipart(
                                "rotation_enabled", "true",
                                "rotation_interval", "30d")
                        .responds("""
                                {"domain": {"id": "000000000000000000000002",
                                 "account_id": "000000000000000000000001", "sid": "789",
                                  "name": "shop.published.example", "state": "enabled",
                                  "active_selector": "pdk1", "rotation_enabled": "true",
                                  "rotation_interval": "720h",
                                  "records": [{"name": "pdk1._domainkey.shop.published.example", "type": "CNAME",
                                    "identifier": "DKIM", "value": "pdk1._domainkey.1234567.service.mailgun.com",
                                    "comment": "Customer DKIM CNAME Record"}]}}
                                """),
                ROTATION.row("POST /v1/dkim_management/domains/{name}/rotate")
                        .calls((rotation, notes) -> rotation.rotate(domain(notes)))
                        .sends("POST /v1/dkim_management/domains/shop.published.example/rotate")
                        .responds("{\"message\": \"ok\"}"));
    }
}
