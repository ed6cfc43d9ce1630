package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.IpsContract.SUCCESS;
import static io.github.mailgunreactor.contract.IpsContract.domain;
import static io.github.mailgunreactor.contract.IpsContract.pool;

import io.github.mailgunreactor.ips.IpSettingsApi;
import io.github.mailgunreactor.ips.IpSettingsChange;
import java.util.List;

/** The rows of {@link IpSettingsApi}. */
final class IpSettingsContract {
    private static final ContractRow.Calls<IpSettingsApi> SETTINGS = ContractRow.calls(IpSettingsApi::new);
    private static final String SPILLOVER = """
            {"extra_dedicated_ips": {"pool_id": "658041ae44842b99ee2eaa1b"}}
            """;

    private IpSettingsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                SETTINGS.row("PATCH /v3/ips/account/settings")
                        .calls((settings, notes) ->
                                settings.changeAccount(IpSettingsChange.none().spillInto(pool(notes))))
                        .sends("PATCH /v3/ips/account/settings")
                        .json(SPILLOVER)
                        .responds(SUCCESS),
                SETTINGS.row("GET /v3/ips/account/settings")
                        .calls((settings, notes) -> settings.getAccount())
                        .sends("GET /v3/ips/account/settings")
                        .responds(SPILLOVER),
                SETTINGS.row("PATCH /v3/ips/account/settings")
                        .calls((settings, notes) ->
                                settings.changeAccount(IpSettingsChange.none().spillNowhere()))
                        .sends("PATCH /v3/ips/account/settings")
                        .json("{\"extra_dedicated_ips\": {\"pool_id\": null}}")
                        .responds("{\"extra_dedicated_ips\": {\"pool_id\": \"\"}}"),
                SETTINGS.row("PATCH /v3/ips/domain/{name}")
                        .calls((settings, notes) -> settings.changeDomain(
                                domain(notes), IpSettingsChange.none().spillInto(pool(notes))))
                        .sends("PATCH /v3/ips/domain/example.com")
                        .json(SPILLOVER)
                        .responds(SUCCESS),
                SETTINGS.row("GET /v3/ips/domain/{name}")
                        .calls((settings, notes) -> settings.getDomain(domain(notes)))
                        .sends("GET /v3/ips/domain/example.com")
                        .responds(SPILLOVER),
                SETTINGS.row("PATCH /v3/ips/domain/{name}")
                        .calls((settings, notes) -> settings.changeDomain(
                                domain(notes), IpSettingsChange.none().spillNowhere()))
                        .sends("PATCH /v3/ips/domain/example.com")
                        .json("{\"extra_dedicated_ips\": {\"pool_id\": null}}")
                        .responds(SUCCESS));
    }
}
