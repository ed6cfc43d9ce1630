package io.github.mailgunreactor.simulator;

import java.util.List;

/** Every area that the simulator serves, one a line. */
final class Areas {

    private Areas() {}

    static List<Area> all() {
        return List.of(
                new AlertsArea(),
                new AllowlistArea(),
                new BounceClassificationArea(),
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
                new EventsArea(),
                new IpAllowlistArea(),
                new IpPoolsArea(),
                new IpSettingsArea(),
                new IpWarmupsArea(),
                new IpsArea(),
                new KeysArea(),
                new LogsArea(),
                new MetricsArea(),
                new SendingArea(),
                new StatsArea(),
                new SubaccountIpPoolsArea(),
                new SubaccountsArea(),
                new TagsArea(),
                new ThresholdsArea(),
                new UnsubscribesArea());
    }
}
