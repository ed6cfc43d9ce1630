package io.github.mailgunreactor.ips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainIpRemovalTest {
    private final FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"message\": \"success\"}"));
    private final DomainIpsApi domainIps = new DomainIpsApi(transport.client());

    @ParameterizedTest
    @ValueSource(strings = {"all", "ip_pool", "ALL", "", " ", "example.com"})
    void takesNoWordForAnAddress(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> DomainIpRemoval.ofIp(word));
    }

    @Test
    void namesEverythingByItsWord() {
        domainIps.remove("example.com", DomainIpRemoval.ofEverything()).block();

        assertThat(transport.onlySent().line()).isEqualTo("DELETE /v3/domains/example.com/ips/all");
    }

    @Test
    void namesTheLinkedPoolByItsWordAndSendsTheReplacement() {
        domainIps
                .removeFromPool("example.com", DomainIpRemoval.ofLinkedPool(IpReplacement.ofPool("abc")))
                .block();

        assertThat(transport.onlySent().line()).isEqualTo("DELETE /v3/domains/example.com/pool/ip_pool?pool_id=abc");
    }

    @Test
    void percentEncodesAnIpv6Address() {
        domainIps.remove("example.com", DomainIpRemoval.ofIp("2001:db8::7")).block();

        assertThat(transport.onlySent().path())
                .isIn("/v3/domains/example.com/ips/2001:db8::7", "/v3/domains/example.com/ips/2001%3Adb8%3A%3A7");
    }

    @Test
    void isEqualToAnotherOfTheSame() {
        assertThat(DomainIpRemoval.ofIp("192.0.2.1"))
                .isEqualTo(DomainIpRemoval.ofIp("192.0.2.1"))
                .hasSameHashCodeAs(DomainIpRemoval.ofIp("192.0.2.1"))
                .isNotEqualTo(DomainIpRemoval.ofEverything());
        assertThat(DomainIpRemoval.ofLinkedPool(IpReplacement.ofSharedIp()))
                .isNotEqualTo(DomainIpRemoval.ofLinkedPool(IpReplacement.ofPool("shared")));
    }
}
