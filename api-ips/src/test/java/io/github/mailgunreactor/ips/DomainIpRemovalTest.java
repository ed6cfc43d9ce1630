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
        assertThatIllegalArgumentException().isThrownBy(() -> DomainIpRemoval.ip(word));
    }

    @Test
    void namesEverythingByItsWord() {
        domainIps.remove("example.com", DomainIpRemoval.everything()).block();

        assertThat(transport.onlySent().line()).isEqualTo("DELETE /v3/domains/example.com/ips/all");
    }

    @Test
    void namesTheLinkedPoolByItsWordAndSendsTheReplacement() {
        domainIps
                .removeFromPool("example.com", DomainIpRemoval.linkedPool(IpReplacement.pool("abc")))
                .block();

        assertThat(transport.onlySent().line()).isEqualTo("DELETE /v3/domains/example.com/pool/ip_pool?pool_id=abc");
    }

    @Test
    void percentEncodesAnIpv6Address() {
        domainIps.remove("example.com", DomainIpRemoval.ip("2001:db8::7")).block();

        assertThat(transport.onlySent().path())
                .isIn("/v3/domains/example.com/ips/2001:db8::7", "/v3/domains/example.com/ips/2001%3Adb8%3A%3A7");
    }

    @Test
    void isEqualToAnotherOfTheSame() {
        assertThat(DomainIpRemoval.ip("192.0.2.1"))
                .isEqualTo(DomainIpRemoval.ip("192.0.2.1"))
                .hasSameHashCodeAs(DomainIpRemoval.ip("192.0.2.1"))
                .isNotEqualTo(DomainIpRemoval.everything());
        assertThat(DomainIpRemoval.linkedPool(IpReplacement.shared()))
                .isNotEqualTo(DomainIpRemoval.linkedPool(IpReplacement.pool("shared")));
    }
}
