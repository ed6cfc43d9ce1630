package io.github.mailgunreactor.ips;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IpSettingsChangeTest {
    private final FakeTransport transport = FakeTransport.answering(FakeResponse.json("{}"));
    private final IpSettingsApi settings = new IpSettingsApi(transport.client());

    @Test
    void takesThePoolBackWithANullAndNotWithAnEmptyText() {
        settings.changeAccount(IpSettingsChange.none().spillInto("pool-1").spillNowhere())
                .block();

        assertThat(transport.onlySent().json())
                .isEqualTo(Map.of("extra_dedicated_ips", Collections.singletonMap("pool_id", null)));
    }
}
