package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.AnalyticsContract.TAG;

import io.github.mailgunreactor.analytics.tags.TagFilter;
import io.github.mailgunreactor.analytics.tags.TagsApi;
import java.util.List;

/** The rows of the tags of an account. */
final class TagsContract {
    private TagsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                ContractRow.of(
                                "POST /v1/analytics/tags",
                                (mailgun, notes) -> new TagsApi(mailgun)
                                        .list(TagFilter.all()
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
                ContractRow.of(
                                "PUT /v1/analytics/tags",
                                (mailgun, notes) -> new TagsApi(mailgun).changeDescription(TAG, "January"))
                        .sends("PUT /v1/analytics/tags")
                        .json("{\"tag\": \"newsletter/january\", \"description\": \"January\"}")
                        .responds("{\"message\": \"Tag updated\"}"),
                ContractRow.of("GET /v1/analytics/tags/limits", (mailgun, notes) -> new TagsApi(mailgun).getLimits())
                        .sends("GET /v1/analytics/tags/limits")
                        .responds("{\"limit\": 100000, \"count\": 1, \"limit_reached\": false}"));
    }
}
