package io.github.mailgunreactor.simulator;

import java.util.List;

/** Every area that the simulator serves, one a line. */
final class Areas {

    private Areas() {}

    static List<Area> all() {
        return List.of(
                new AllowlistArea(),
                new BouncesArea(),
                new CertificatesArea(),
                new ComplaintsArea(),
                new CredentialsArea(),
                new DkimRotationArea(),
                new DomainIpsArea(),
                new DomainKeysArea(),
                new DomainTrackingArea(),
                new DomainsArea(),
                new DynamicIpPoolsArea(),
                new IpAllowlistArea(),
                new IpPoolsArea(),
                new IpSettingsArea(),
                new IpWarmupsArea(),
                new IpsArea(),
                new KeysArea(),
                new SubaccountIpPoolsArea(),
                new SubaccountsArea(),
                new UnsubscribesArea());
    }
}
