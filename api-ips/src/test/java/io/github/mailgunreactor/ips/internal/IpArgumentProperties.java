package io.github.mailgunreactor.ips.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class IpArgumentProperties {

    @Property
    void takesEveryIpv4Address(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        String ip = InetAddress.getByAddress(bytes).getHostAddress();

        assertThat(IpArgument.require("ip", ip)).isEqualTo(ip);
    }

    @Property
    void takesEveryIpv6Address(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
        String ip = InetAddress.getByAddress(bytes).getHostAddress();

        assertThat(IpArgument.require("ip", ip)).isEqualTo(ip);
    }

    @Property
    void refusesEveryWordSoThatNoneCanStandForSeveralAddresses(@ForAll("words") String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpArgument.require("ip", word))
                .withMessageContaining("ip must");
    }

    @Property
    void refusesWhatWouldLeaveItsPathSegment(@ForAll @Size(4) byte[] bytes, @ForAll("separators") String separator)
            throws UnknownHostException {
        String ip = InetAddress.getByAddress(bytes).getHostAddress();

        assertThatIllegalArgumentException().isThrownBy(() -> IpArgument.require("ip", ip + separator + "domains"));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(
                Arbitraries.of("all", "ip_pool", "shared", "details", "subaccounts", "request", ""),
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .withChars('_', '-', '.', ' ')
                        .ofMaxLength(20));
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("/", "?", "#", "%2F", "/../", " ", "\n");
    }
}
