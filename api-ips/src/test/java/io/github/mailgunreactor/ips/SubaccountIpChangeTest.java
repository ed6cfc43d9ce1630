package io.github.mailgunreactor.ips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SubaccountIpChangeTest {
    private final FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"message\": \"success\"}"));
    private final IpsApi ips = new IpsApi(transport.client());

    @Test
    void repeatsTheNamesOfSubaccountsAndAddresses() {
        ips.changeSubaccounts(SubaccountIpChange.of(List.of("a", "b"))
                        .link("192.0.2.1")
                        .link("192.0.2.2")
                        .unlink("192.0.2.3"))
                .block();

        assertThat(transport.onlySent().form())
                .isEqualTo(Map.of(
                        "subaccount_id", List.of("a", "b"),
                        "link_ip", List.of("192.0.2.1", "192.0.2.2"),
                        "unlink_ip", List.of("192.0.2.3")));
    }

    @Test
    void tellsAChangeThatIsMadeFromOneThatIsQueued() {
        FakeTransport queueing = FakeTransport.answering(FakeResponse.json("{\"message\": \"queued\"}"));
        SubaccountIpChange change = SubaccountIpChange.ofAllSubaccounts().link("192.0.2.1");

        ChangedSubaccountIps made =
                Objects.requireNonNull(ips.changeSubaccounts(change).block());
        ChangedSubaccountIps queued = Objects.requireNonNull(
                new IpsApi(queueing.client()).changeSubaccounts(change).block());

        assertThat(made.isQueued()).isFalse();
        assertThat(queued.isQueued()).isTrue();
        assertThat(queued.state()).isEqualTo(ChangedSubaccountIps.State.QUEUED);
    }

    @Test
    void refusesSubaccountsTogetherWithAllOfThem() {
        refuses(
                SubaccountIpChange.of("a").link("192.0.2.1").with("all_subaccounts", "true"),
                "change must name subaccounts or all of them, not both");
    }

    @Test
    void refusesAChangeWithoutAddresses() {
        refuses(SubaccountIpChange.ofAllSubaccounts(), "change must link or unlink at least one IP address");
    }

    @Test
    void refusesToLinkAndUnlinkOneAddress() {
        refuses(
                SubaccountIpChange.ofAllSubaccounts().link("192.0.2.1").unlink("192.0.2.1"),
                "change must not link and unlink the same IP address");
    }

    @Test
    void refusesAnEmptyListOfSubaccountsWhichDoesNotMeanAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SubaccountIpChange.of(List.of()))
                .withMessageContaining("subaccountIds");
    }

    @Test
    void refusesABlankSubaccount() {
        assertThatIllegalArgumentException().isThrownBy(() -> SubaccountIpChange.of(" "));
    }

    @Test
    @SuppressWarnings("NullAway") // callers without a checker
    void refusesNoSubaccount() {
        assertThatNullPointerException().isThrownBy(() -> SubaccountIpChange.of((String) null));
    }

    @Test
    void refusesWhatIsNoAddress() {
        SubaccountIpChange change = SubaccountIpChange.of("a");

        assertThatIllegalArgumentException().isThrownBy(() -> change.link("all"));
        assertThatIllegalArgumentException().isThrownBy(() -> change.unlink("192.0.2"));
    }

    @Test
    void staysAsItIsWhenItIsVaried() {
        SubaccountIpChange first = SubaccountIpChange.of("a").link("192.0.2.1");

        SubaccountIpChange second = first.link("192.0.2.2");

        assertThat(first).isEqualTo(SubaccountIpChange.of("a").link("192.0.2.1"));
        assertThat(second).isNotEqualTo(first);
    }

    private void refuses(SubaccountIpChange change, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ips.changeSubaccounts(change))
                .withMessage(why);
        assertThat(transport.sent()).isEmpty();
    }
}
