package io.github.mailgunreactor.simulator.internal.optimize;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Results of inbox placement and preview tests. Nothing served here starts such a test, so that every account has one result
 * of each, with an id that is always the same.
 */
public final class PlacementOperations implements Operations {
    private static final String RESULT_ID = "12345678-1234-1234-1234-123456789012";
    private static final String PREVIEW_ID = "preview-1";
    private static final List<String> PROVIDERS = List.of("box.example", "post.example");

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v4/inbox/results/{result}", PlacementOperations::result);
        routes.add(GET, "/v1/preview/tests/{test_id}/results", PlacementOperations::previews);
    }

    private static SimulatedResponse result(SimulatedRequest request) {
        Refusal.where(!request.path("result").equals(RESULT_ID), 404, "result not found");
        String provider = request.query().first("provider");
        List<Object> seeds = new ArrayList<>();
        for (String each : PROVIDERS) {
            if (provider == null || provider.equals(each)) {
                seeds.add(seed(each, each.equals("box.example") ? "inbox" : "spam"));
            }
        }
        return SimulatedResponse.ok(JsonObject.of(
                "result",
                JsonObject.of("rid", "123456789012345678901234")
                        .and("result_id", RESULT_ID)
                        .and("keybox_email", "ibp-1@mailgun.net")
                        .and("subject", "How do we arrive?")
                        .and("sender", "sender@example.com")
                        .and("name", "Seed list")
                        .and("created_at", "2026-01-20T10:00:00.000Z")
                        .and("updated_at", "2026-01-20T10:16:00.000Z")
                        .and("seed_results", seeds)));
    }

    private static JsonObject seed(String provider, String folder) {
        return JsonObject.of("email", "seed@" + provider)
                .and("provider", provider)
                .and("destination", folder)
                .and("state", "delivered")
                .and("originating_ip", "192.0.2.1")
                .and("tags", List.of(folder))
                .and("spf", "pass")
                .and("dkim", "pass")
                .and("dmarc", "pass");
    }

    private static SimulatedResponse previews(SimulatedRequest request) {
        if (!request.path("test_id").equals(PREVIEW_ID)) {
            throw new Refusal(SimulatedResponse.json(
                    404, Map.of("error", Map.of("name", "NotFound", "message", "test not found"))));
        }
        return SimulatedResponse.ok(JsonObject.of(
                        "iphone13_15",
                        JsonObject.of("id", "iphone13_15")
                                .and("display_name", "iPhone 13")
                                .and("client", "iPhone")
                                .and("os", "iOS 15")
                                .and("category", "Mobile")
                                .and("screenshots", Map.of("default", request.baseUrl() + "/screenshots/1.png"))
                                .and("status", "Complete")
                                .and("status_details", Map.of("submitted", 1_768_903_200, "completed", 1_768_903_260)))
                .and("outlook16", Map.of()));
    }
}
