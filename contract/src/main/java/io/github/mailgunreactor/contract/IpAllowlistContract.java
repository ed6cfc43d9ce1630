package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.keys.IpAllowlistApi;
import io.github.mailgunreactor.keys.NewAllowedAddress;
import java.util.List;

/** The rows of {@link IpAllowlistApi}. */
final class IpAllowlistContract {
    private static final ContractRow.Calls<IpAllowlistApi> ALLOWLIST = ContractRow.calls(IpAllowlistApi::new);
    private static final String ADDRESSES = """
            {"addresses": [{"ip_address": "198.51.100.7", "description": "office"}]}
            """;

    private IpAllowlistContract() {}

    static List<ContractRow> rows() {
        return List.of(
                ALLOWLIST
                        .row("POST /v2/ip_whitelist")
                        .calls((allowlist, notes) -> allowlist.add(
                                NewAllowedAddress.of("198.51.100.7").description("office")))
                        .sends("POST /v2/ip_whitelist")
                        .multipart("address", "198.51.100.7", "description", "office")
                        .responds(ADDRESSES),
                ALLOWLIST
                        .row("GET /v2/ip_whitelist")
                        .calls((allowlist, notes) -> allowlist.list())
                        .sends("GET /v2/ip_whitelist")
                        .responds(ADDRESSES),
                ALLOWLIST
                        .row("PUT /v2/ip_whitelist")
                        .calls((allowlist, notes) -> allowlist.changeDescription("198.51.100.7", "head office"))
                        .sends("PUT /v2/ip_whitelist")
                        .multipart("address", "198.51.100.7", "description", "head office")
                        .responds(ADDRESSES),
                ALLOWLIST
                        .row("DELETE /v2/ip_whitelist")
                        .calls((allowlist, notes) -> allowlist.remove("198.51.100.7"))
                        .sends("DELETE /v2/ip_whitelist?address=198.51.100.7")
                        .responds("{\"addresses\": []}"));
    }
}
