package io.github.mailgunreactor.ips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.ips.dynamic.DynamicIpPoolsApi;
import io.github.mailgunreactor.ips.dynamic.DynamicPool;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolChange;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolDomainFilter;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolHistoryFilter;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolIps;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolReplacement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is refused before anything is sent. */
class PoolParametersTest {
    private final FakeTransport transport = FakeTransport.answering();
    private final IpPoolsApi pools = new IpPoolsApi(transport.client());
    private final DynamicIpPoolsApi dynamicPools = new DynamicIpPoolsApi(transport.client());

    @AfterEach
    void nothingIsSent() {
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void refusesAPoolWithoutANameOrDescription() {
        assertThatIllegalArgumentException().isThrownBy(() -> NewIpPool.of(" ", "What it is for"));
        assertThatIllegalArgumentException().isThrownBy(() -> NewIpPool.of("receipts", ""));
    }

    @Test
    void refusesAChangeThatChangesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pools.change("abc", IpPoolChange.none()))
                .withMessage("change must change something");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dynamicPools.change(DynamicPool.GOOD, DynamicPoolChange.none()))
                .withMessage("change must add or remove at least one IP address");
    }

    @Test
    void refusesToAddNoAddresses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pools.addIps("abc", List.of()))
                .withMessage("ips must be one or more");
        assertThatIllegalArgumentException().isThrownBy(() -> pools.addIps("abc", List.of("192.0.2.1", "all")));
    }

    @Test
    void refusesAnEmptyPoolIdWhichWouldMeanAllPools() {
        assertThatIllegalArgumentException().isThrownBy(() -> pools.delete(""));
        assertThatIllegalArgumentException().isThrownBy(() -> pools.get(".."));
    }

    @Test
    @SuppressWarnings("NullAway") // callers without a checker
    void refusesNoPoolId() {
        assertThatNullPointerException().isThrownBy(() -> pools.delete(null));
    }

    @Test
    void refusesADynamicPoolWithoutAnAddress() {
        DynamicPoolIps ips = DynamicPoolIps.empty().goodReputation("192.0.2.1").poorReputation("192.0.2.2");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> dynamicPools.replaceIps(ips))
                .withMessage("ips must have at least one for new_senders");
    }

    @Test
    void refusesAnAddressInTwoDynamicPools() {
        DynamicPoolIps ips = DynamicPoolIps.empty()
                .goodReputation("192.0.2.1")
                .poorReputation("192.0.2.2")
                .newSenders("192.0.2.1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> dynamicPools.replaceIps(ips))
                .withMessageContaining("new_senders");
    }

    @Test
    void refusesAnEnrollmentWithNeitherAnAddressNorShared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dynamicPools.enroll("example.com", "any"))
                .withMessageContaining("replacementIp");
    }

    @Test
    void refusesNoReplacementForADynamicPool() {
        assertThatIllegalArgumentException().isThrownBy(() -> DynamicPoolReplacement.ofIps(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> DynamicPoolReplacement.ofIp("shared"));
        assertThatIllegalArgumentException().isThrownBy(() -> DynamicPoolReplacement.ofPool(" "));
    }

    @Test
    void refusesPagesLargerThanMailgunAllows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamicPoolDomainFilter.all().pageSize(101))
                .withMessage("domains must be from 1 to 100, but is 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamicPoolHistoryFilter.all().pageSize(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpDetailFilter.all().pageSize(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpDomainFilter.all().pageSize(-1));
    }

    @Test
    void refusesATimeThatItsFormatCannotWrite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamicPoolHistoryFilter.all().before(Instant.MAX))
                .withMessageStartingWith("end must be from 1900-01-01T00:00:00Z to 9999-12-31T23:59:59Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamicPoolHistoryFilter.all().after(Instant.MIN));
    }

    @Test
    void leavesTheSetThatItVariesAsItIs() {
        DynamicPoolDomainFilter good = DynamicPoolDomainFilter.all().pool(DynamicPool.GOOD);

        DynamicPoolDomainFilter goodAndPoor = good.pool(DynamicPool.POOR);

        assertThat(good).isEqualTo(DynamicPoolDomainFilter.all().pool(DynamicPool.GOOD));
        assertThat(goodAndPoor).isNotEqualTo(good);
        assertThat(DynamicPoolDomainFilter.all().params().first("pool")).isNull();
    }
}
