package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.AnalyticsContract.TAG;

import io.github.mailgunreactor.analytics.tags.TagFilter;
import io.github.mailgunreactor.analytics.tags.TagsApi;
import java.util.List;

/** The rows of the tags of an account. */
final class TagsContract {
    private static final ContractRow.Calls<TagsApi> TAGS = ContractRow.calls(TagsApi::new);

    private TagsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                TAGS.row("POST /v1/analytics/tags")
                        .calls((tags, notes) -> tags.list(TagFilter.all()
                                .tag("news")
                                .includeSubaccounts(true)
                                .includeMetrics(true)
                                .sortDescending("lastseen")
                                .pageSize(10)
                                .skip(0)))
                        .sends("POST /v1/analytics/tags")
                        .json("""
                                {"pagination": {"limit": 10, "include_total": true, "sort": "lastseen:desc", "skip": 0},
                                 "tag": "news", "include_subaccounts": true, "include_metrics": true}
                                """)
                        .responds("""
                                {"items": [{"account_id": "67890", "parent_account_id": "12345",
                                   "tag": "newsletter/january", "description": "January", "account_name": "Ada",
                                   "first_seen": "Fri, 02 Jan 2026 18:27:11 +0000",
                                   "last_seen": "Fri, 02 Jan 2026 18:00:00 +0000",
                                   "metrics": {"accepted_count": 3, "hard_bounce_rate": "0.0000"}}],
                                 "pagination": {"sort": "lastseen:desc", "skip": 0, "limit": 10, "total": 1,
                                   "include_total": true}}
                                """),
                TAGS.row("PUT /v1/analytics/tags")
                        .calls((tags, notes) -> tags.changeDescription(TAG, "January"))
                        .sends("PUT /v1/analytics/tags")
                        .json("{\"tag\": \"newsletter/january\", \"description\": \"January\"}")
                        .responds("{\"message\": \"Tag updated\"}"),
                TAGS.row("GET /v1/analytics/tags/limits")
                        .calls((tags, notes) -> tags.getLimits())
                        .sends("GET /v1/analytics/tags/limits")
                        .responds("{\"limit\": 100000, \"count\": 1, \"limit_reached\": false}"));
    }
}
