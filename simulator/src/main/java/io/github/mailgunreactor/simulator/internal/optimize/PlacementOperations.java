package io.github.mailgunreactor.simulator.internal.optimize;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        if (!request.path("result").equals(RESULT_ID)) {
            throw new Refusal(404, "result not found");
        }
        String provider = request.query().first("provider");
        List<Object> seeds = new ArrayList<>();
        for (String each : PROVIDERS) {
            if (provider == null || provider.equals(each)) {
                seeds.add(seed(each, each.equals("box.example") ? "inbox" : "spam"));
            }
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rid", "123456789012345678901234");
        fields.put("result_id", RESULT_ID);
        fields.put("keybox_email", "ibp-1@mailgun.net");
        fields.put("subject", "How do we arrive?");
        fields.put("sender", "sender@example.com");
        fields.put("name", "Seed list");
        fields.put("created_at", "2026-01-20T10:00:00.000Z");
        fields.put("updated_at", "2026-01-20T10:16:00.000Z");
        fields.put("seed_results", seeds);
        return SimulatedResponse.ok(Map.of("result", fields));
    }

    private static Map<String, Object> seed(String provider, String folder) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("email", "seed@" + provider);
        fields.put("provider", provider);
        fields.put("destination", folder);
        fields.put("state", "delivered");
        fields.put("originating_ip", "192.0.2.1");
        fields.put("tags", List.of(folder));
        fields.put("spf", "pass");
        fields.put("dkim", "pass");
        fields.put("dmarc", "pass");
        return fields;
    }

    private static SimulatedResponse previews(SimulatedRequest request) {
        if (!request.path("test_id").equals(PREVIEW_ID)) {
            throw new Refusal(SimulatedResponse.json(
                    404, Map.of("error", Map.of("name", "NotFound", "message", "test not found"))));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", "iphone13_15");
        fields.put("display_name", "iPhone 13");
        fields.put("client", "iPhone");
        fields.put("os", "iOS 15");
        fields.put("category", "Mobile");
        fields.put("screenshots", Map.of("default", request.baseUrl() + "/screenshots/1.png"));
        fields.put("status", "Complete");
        fields.put("status_details", Map.of("submitted", 1_768_903_200, "completed", 1_768_903_260));
        return SimulatedResponse.ok(Map.of("iphone13_15", fields, "outlook16", Map.of()));
    }
}
