package io.github.mailgunreactor.simulator.internal.http;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mailgunreactor.core.Method;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final Routes routes = new Routes();

    @Test
    void findsPathVariablesByNameAndDecodesThem() {
        add(GET, "/v3/{domain}/bounces/{address}");

        assertThat(match(GET, "/v3/example.com/bounces/a%2Bb%25c+d%40x%2Fy").variables())
                .containsExactlyInAnyOrderEntriesOf(Map.of("domain", "example.com", "address", "a+b%c+d@x/y"));
    }

    @Test
    void prefersALiteralSegmentToAVariable() {
        add(GET, "/v3/domains/{name}");
        add(GET, "/v3/domains/special");

        assertThat(match(GET, "/v3/domains/special").route().template()).isEqualTo("/v3/domains/special");
        assertThat(match(GET, "/v3/domains/other").route().template()).isEqualTo("/v3/domains/{name}");
    }

    @Test
    void goesBackToAVariableWhereTheLiteralLeadsNowhere() {
        add(GET, "/v3/domains/{name}/tracking");
        add(GET, "/v3/{domain}/tags/limits");
        add(DELETE, "/v3/domains/tags");

        assertThat(match(GET, "/v3/domains/tags/limits").variables()).containsEntry("domain", "domains");
    }

    @Test
    void keepsVariableNamesOfEachMethod() {
        add(GET, "/v3/{domain}/tag");
        add(PUT, "/v3/{name}/tag");

        assertThat(match(PUT, "/v3/x/tag").variables()).containsEntry("name", "x");
    }

    @Test
    void findsNothingForATrailingSlashOrAnEmptySegment() {
        add(GET, "/v1/keys");
        add(DELETE, "/v1/keys/{key_id}");

        assertThat(routes.find(GET, "/v1/keys/")).isNull();
        assertThat(routes.find(DELETE, "/v1/keys/")).isNull();
        assertThat(routes.find(GET, "//v1/keys")).isNull();
    }

    @Test
    void refusesMalformedPercentEncoding() {
        add(DELETE, "/v1/keys/{key_id}");

        assertThatThrownBy(() -> routes.find(DELETE, "/v1/keys/%zz"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.response().status()).isEqualTo(400));
    }

    @Test
    void findsAnOperationByNameWhateverItsVariablesAreCalled() {
        Route route = add(DELETE, "/v1/keys/{key_id}");

        assertThat(routes.named("DELETE /v1/keys/{id}")).isSameAs(route);
    }

    @Test
    void refusesTheNameOfAnOperationItDoesNotHave() {
        assertThatThrownBy(() -> routes.named("GET /v9/keys"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GET /v9/keys");
    }

    @Test
    void refusesToServeAnOperationTwice() {
        add(GET, "/v3/{domain}/tag");

        assertThatThrownBy(() -> add(GET, "/v3/{name}/tag")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsTheTargetOfARequestToAProxy() {
        assertThat(Target.of("http://127.0.0.1:1/v1/keys?kind=web"))
                .isEqualTo(new Target("/v1/keys", "kind=web"))
                .isEqualTo(Target.of("/v1/keys?kind=web"));
        assertThat(Target.of("http://127.0.0.1").rawPath()).isEqualTo("/");
    }

    private Route add(Method method, String template) {
        return routes.add(method, template, request -> SimulatedResponse.empty(200));
    }

    private Routes.Match match(Method method, String path) {
        return Objects.requireNonNull(routes.find(method, path));
    }
}
