package io.github.mailgunreactor.simulator.internal.ips;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.netty.util.NetUtil;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The addresses, pools and domains that one account sees in one region: its own, and what its parent shares with it. A
 * view is made for each request or seed, and does first what has come due in the background.
 */
public final class IpsView {
    /** How long something takes that Mailgun does after its response, by the simulator's clock. */
    static final Duration BACKGROUND = Duration.ofSeconds(10);

    static final String SHARED = "shared";
    static final String NEVER = "0001-01-01T00:00:00Z";

    private static final String SHARED_ADDRESS = "192.0.2.1";

    private final SimulatorState state;
    private final Account account;
    private final String region;

    /** A domain with what it sends from. */
    public record DomainView(Account account, SendingDomain domain, DomainAddresses addresses) {
        String id() {
            return domain.id();
        }

        String name() {
            return domain.name();
        }
    }

    public IpsView(SimulatorState state, Account account, String region) {
        this.state = state;
        this.account = account;
        this.region = region;
        parentIps().catchUp(state.now());
    }

    static IpsView of(SimulatedRequest request) {
        return new IpsView(request.state(), request.account(), request.region());
    }

    SimulatorState state() {
        return state;
    }

    Account account() {
        return account;
    }

    Instant now() {
        return state.now();
    }

    /** Refuses a subaccount. */
    void requireParent() {
        if (account.parent() != null) {
            throw new Refusal(400, "the request must come from a parent account");
        }
    }

    /** The account itself, or the parent of a subaccount: it has the dynamic pools. */
    Account parent() {
        return account.parent() == null ? account : Objects.requireNonNull(state.account(account.parent()));
    }

    /** The subaccounts of this account. */
    List<Account> subaccounts() {
        return state.accounts().stream()
                .filter(other -> account.id().equals(other.parent()))
                .toList();
    }

    /** A subaccount of this account; refuses any other id. */
    Account subaccount(@Nullable String id) {
        return subaccounts().stream()
                .filter(other -> other.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "account not found"));
    }

    IpsView as(Account other) {
        return new IpsView(state, other, region);
    }

    public AccountIps ips() {
        return ipsOf(account);
    }

    AccountIps parentIps() {
        return ipsOf(parent());
    }

    DynamicPools dynamicPools() {
        return parentIps().dynamicPools();
    }

    private AccountIps ipsOf(Account owner) {
        return owner.inRegion(region).get(AccountIps.class, () -> {
            AccountIps ips = new AccountIps();
            ips.add(new OwnedIp(SHARED_ADDRESS, false, state.now()));
            return ips;
        });
    }

    /** What this account may use: its own addresses, and those that its parent links to it. */
    List<OwnedIp> visibleIps() {
        List<OwnedIp> visible = new ArrayList<>(ips().ips().values());
        if (account.parent() != null) {
            parentIps().ips().values().stream()
                    .filter(ip -> ip.subaccounts().contains(account.id()))
                    .forEach(visible::add);
        }
        return visible;
    }

    /** An address that this account may use; refuses any other. */
    public OwnedIp ip(@Nullable String address) {
        if (address == null || !isAddress(address)) {
            throw new Refusal(400, "Invalid IP address");
        }
        return visibleIps().stream()
                .filter(ip -> ip.address().equals(address))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "IP not found"));
    }

    /** A dedicated address that this account may use; refuses any other. */
    OwnedIp dedicated(@Nullable String address) {
        OwnedIp ip = ip(address);
        Refusal.where(!ip.dedicated(), 400, "IP " + address + " is not dedicated");
        return ip;
    }

    public static boolean isAddress(String text) {
        return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
    }

    /** An address that Mailgun picks among the shared ones; refuses an account that is not eligible. */
    OwnedIp shared() {
        return parentIps().ips().values().stream()
                .filter(ip -> !ip.dedicated())
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "account is not eligible for shared IPs"));
    }

    boolean hasShared() {
        return parentIps().ips().values().stream().anyMatch(ip -> !ip.dedicated());
    }

    /** The pools that this account may use: its own, and those that its parent delegates to it. */
    List<DedicatedPool> visiblePools() {
        List<DedicatedPool> visible = new ArrayList<>(ips().pools().values());
        if (account.parent() != null) {
            parentIps().pools().values().stream()
                    .filter(pool -> pool.subaccounts().contains(account.id()))
                    .forEach(visible::add);
        }
        return visible;
    }

    /** A pool that this account may use; refuses any other id. */
    DedicatedPool pool(@Nullable String id) {
        return visiblePools().stream()
                .filter(pool -> pool.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "IP pool not found"));
    }

    /** A pool that this account may change; refuses one that it inherits. */
    DedicatedPool ownPool(@Nullable String id) {
        DedicatedPool pool = pool(id);
        Refusal.where(isInherited(pool), 400, "an inherited IP pool cannot be modified");
        return pool;
    }

    /** A pool with which domains can send. */
    DedicatedPool filledPool(@Nullable String id) {
        DedicatedPool pool = pool(id);
        Refusal.where(pool.ips().isEmpty(), 400, "IP pool has no IPs");
        return pool;
    }

    boolean isInherited(DedicatedPool pool) {
        return !ips().pools().containsKey(pool.id());
    }

    /** Whether an address is in a dedicated pool of this account. */
    boolean isPooled(String ip) {
        return ips().pools().values().stream().anyMatch(pool -> pool.has(ip));
    }

    /** The domains of this account, oldest first. */
    List<DomainView> domains() {
        return DomainRegistry.of(state).of(account.id(), region).stream()
                .map(this::view)
                .toList();
    }

    /** The domains of this account and its subaccounts. */
    List<DomainView> allDomains() {
        List<DomainView> domains = new ArrayList<>(domains());
        subaccounts().forEach(other -> domains.addAll(as(other).domains()));
        return domains;
    }

    /** A domain of this account; refuses any other name. */
    public DomainView domain(String name) {
        return view(DomainRegistry.of(state).require(account.id(), region, name));
    }

    /** A domain of this account or of a subaccount; refuses any other name. */
    DomainView anyDomain(String name) {
        String wanted = DomainRegistry.normalized(name);
        return allDomains().stream()
                .filter(domain -> domain.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Domain not found: " + name));
    }

    /** A domain by its id, or by its name; refuses what is neither. */
    DomainView domainWithId(String id) {
        return domains().stream()
                .filter(domain -> domain.id().equals(id) || domain.name().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Domain not found: " + id));
    }

    private DomainView view(SendingDomain domain) {
        DomainAddresses addresses = domain.store().get(DomainAddresses.class, () -> {
            DomainAddresses fresh = new DomainAddresses();
            if (hasShared()) {
                fresh.assign(shared().address(), now());
            }
            return fresh;
        });
        return new DomainView(account, domain, addresses);
    }

    /** The addresses that a domain sends from now. */
    List<String> sendingIps(DomainView domain) {
        DomainAddresses addresses = domain.addresses();
        DomainAddresses.Enrollment enrollment = addresses.enrollment();
        if (enrollment != null) {
            return List.copyOf(dynamicPools().ips(enrollment.pool()));
        }
        return addresses.pool() == null
                ? addresses.own()
                : as(domain.account()).pool(addresses.pool()).ips();
    }

    /** The domains of this account and its subaccounts that send from a pool. */
    List<DomainView> domainsOf(DedicatedPool pool) {
        return allDomains().stream()
                .filter(domain -> pool.id().equals(domain.addresses().pool()))
                .toList();
    }

    /** Gives a domain an address of its own, and takes its pool. */
    void sendFrom(DomainView domain, OwnedIp ip) {
        domain.addresses().link(null);
        domain.addresses().assign(ip.address(), now());
        ip.domainsChanged(now());
    }

    /** Lets a domain send from a pool, and from nothing else. */
    void sendFrom(DomainView domain, DedicatedPool pool) {
        domain.addresses().own().forEach(domain.addresses()::take);
        domain.addresses().link(pool.id());
        pool.ips().forEach(this::touchDomains);
    }

    /** Takes the pool of a domain; a shared address comes in its place, if the account is eligible. */
    void takePool(DomainView domain) {
        domain.addresses().link(null);
        if (domain.addresses().own().isEmpty() && hasShared()) {
            domain.addresses().assign(shared().address(), now());
        }
    }

    void touchDomains(String ip) {
        visibleIps().stream().filter(each -> each.address().equals(ip)).forEach(each -> each.domainsChanged(now()));
    }

    void touchPools(String ip) {
        visibleIps().stream().filter(each -> each.address().equals(ip)).forEach(each -> each.poolsChanged(now()));
    }

    /** Checks where a domain belongs and moves it there, unless it was put elsewhere by hand. */
    public void healthCheck(DomainView domain) {
        DomainAddresses.Enrollment enrollment = domain.addresses().enrollment();
        if (enrollment != null && !enrollment.override()) {
            Reputation reputation = domain.addresses().reputation();
            move(domain, enrollment, reputation.band(), reputation.reason(), "system");
        }
    }

    /** Moves an enrolled domain to a pool, and writes it down if the domain was not there already. */
    void move(DomainView domain, DomainAddresses.Enrollment enrollment, String to, String reason, String initiator) {
        if (enrollment.pool().equals(to)) {
            return;
        }
        JsonObject fields = JsonObject.of("id", state.randomHex(24))
                .and("owning_account_id", parent().id())
                .and("account_id", domain.account().id())
                .and("account_name", domain.account().id())
                .and("domain_id", domain.id())
                .and("domain_name", domain.name())
                .and("new_band", to)
                .and("prev_band", enrollment.pool())
                .and("reason", reason)
                .andAll(domain.addresses().reputation().figures())
                .and("initiated_by", initiator)
                .and("timestamp", now().toString());
        dynamicPools().add(new DynamicPools.Move(fields));
        enrollment.moveTo(to);
    }

    static Object dateOrNever(@Nullable Instant date) {
        return date == null ? NEVER : date.toString();
    }
}
