package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.IpsContract.SUCCESS;
import static io.github.mailgunreactor.contract.IpsContract.ip;

import io.github.mailgunreactor.ips.IpWarmupFilter;
import io.github.mailgunreactor.ips.IpWarmupsApi;
import java.util.List;

/** The rows of {@link IpWarmupsApi}. */
final class IpWarmupsContract {
    private static final ContractRow.Calls<IpWarmupsApi> WARMUPS = ContractRow.calls(IpWarmupsApi::new);

    private IpWarmupsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                WARMUPS.row("POST /v3/ip_warmups/{addr}")
                        .calls((warmups, notes) -> warmups.start(ip(notes, 2)))
                        .sends("POST /v3/ip_warmups/192.0.2.2")
                        .responds(SUCCESS),
                WARMUPS.row("GET /v3/ip_warmups")
                        .calls((warmups, notes) -> warmups.list())
                        .sends("GET /v3/ip_warmups?limit=100")
                        .responds("""
                                {"items": [
                                   {"ip": "192.0.2.2", "sent_within_stage": "25%", "throttle": 78, "stage_number": 3,
                                    "stage_start_volume": 14000, "stage_start_time": "2025-01-01T00:00:00Z",
                                    "stage_volume_limit": 4000}],
                                 "paging": {"first": "https://api.mailgun.net/v3/ip_warmups?page=eyJh",
                                            "next": "https://api.mailgun.net/v3/ip_warmups?page=eyJj"}}
                                """),
                WARMUPS.row("GET /v3/ip_warmups")
                        .calls((warmups, notes) -> warmups.list(
                                        IpWarmupFilter.all().pageSize(20))
                                .startingAt("/v3/ip_warmups?limit=20&page="))
                        .sends("GET /v3/ip_warmups?limit=20&page=")
                        .responds("{\"items\": [], \"paging\": {}}"),
                WARMUPS.row("GET /v3/ip_warmups/{addr}")
                        .calls((warmups, notes) -> warmups.get(ip(notes, 2)))
                        .sends("GET /v3/ip_warmups/192.0.2.2")
                        .responds("""
                                {"details": {
                                   "sent_within_stage": "20%", "throttle": 78, "start_volume": 10000, "stage": 2,
                                   "stage_limit": 4000, "hourly_limit": 100,
                                   "stage_started_at": "2025-01-01T00:00:00Z",
                                   "hour_started_at": "2025-01-01T00:00:00Z",
                                   "plan_started_at": "2025-01-01T00:00:00Z",
                                   "plan_last_updated_at": "2025-01-01T00:00:00Z", "total_stages": 15,
                                   "stage_history": [
                                     {"first_updated_at": "0001-01-01T00:00:00Z",
                                      "completed_at": "2025-06-03T21:33:55.000000123Z", "limit": 1000},
                                     {"first_updated_at": "2025-06-03T21:33:55Z",
                                      "completed_at": "2025-06-04T18:11:20.000000456Z", "limit": 2000}]}}
                                """),
                WARMUPS.row("DELETE /v3/ip_warmups/{addr}")
                        .calls((warmups, notes) -> warmups.cancel(ip(notes, 2)))
                        .sends("DELETE /v3/ip_warmups/192.0.2.2")
                        .responds(SUCCESS));
    }
}
