package io.github.mailgunreactor.simulator.internal.state;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a simulator remembers. Handlers and seeds touch it only inside {@link #locked}: what they do is short
 * and in memory, so one lock for all accounts keeps every response consistent at no cost worth measuring. A monitor, not a
 * {@code Lock}: parking an event loop thread is what BlockHound would report in the tests of our users.
 */
public final class SimulatorState {

    /** An account to start with; a subaccount has a parent and may have no key of its own. */
    public record Setup(
            String id, @Nullable String parent, @Nullable String key) {}

    private final Clock clock;
    private final long seed;
    private final List<Setup> setup;
    private final Bounds bounds;
    private final Changes changes = new Changes();
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::number));
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Setup> added = new LinkedHashMap<>();
    private KeyRing keys = new KeyRing();
    private final Store machinery = new Store();
    private Store shared = new Store();
    private Random random;
    private long taskCount;
    private boolean deliversAtOnce = true;

    public SimulatorState(Clock clock, long seed, List<Setup> setup, Bounds bounds) {
        this.clock = clock;
        this.seed = seed;
        this.setup = List.copyOf(setup);
        this.bounds = bounds;
        this.random = new Random(seed);
        locked(this::fill);
    }

    public <T> T locked(Supplier<T> action) {
        synchronized (this) {
            catchUp();
            return action.get();
        }
    }

    public void locked(Runnable action) {
        synchronized (this) {
            catchUp();
            action.run();
        }
    }

    private record Task(Instant due, long number, Runnable action) {}

    /** Lets something happen when its time has come by the clock of the simulator: before whatever is done next. */
    public void schedule(Instant due, Runnable action) {
        tasks.add(new Task(due, taskCount++, action));
    }

    private void catchUp() {
        for (Task next = tasks.peek(); next != null && !next.due().isAfter(now()); next = tasks.peek()) {
            tasks.remove().action().run();
        }
    }

    /** How much is remembered of what only grows. */
    public Bounds bounds() {
        return bounds;
    }

    /** Who wants to know that something has changed. */
    public Changes changes() {
        return changes;
    }

    /** Whether messages are delivered as soon as they are accepted; else something else has to deliver them. */
    public boolean deliversAtOnce() {
        return deliversAtOnce;
    }

    public void deliverAtOnce(boolean atOnce) {
        deliversAtOnce = atOnce;
    }

    /** Forgets everything, accounts that were added too, and starts again with the accounts of the setup. */
    public void reset() {
        locked(this::fill);
    }

    private void fill() {
        accounts.clear();
        added.clear();
        tasks.clear();
        deliversAtOnce = true;
        keys = new KeyRing();
        shared = new Store();
        random = new Random(seed);
        setup.forEach(this::open);
    }

    /** In place of an account that had the id. */
    private void open(Setup each) {
        accounts.put(each.id(), new Account(each.id(), each.parent(), each.id(), now()));
        if (each.key() != null) {
            keys.add(new StoredKey(
                    randomHex(8) + "-" + randomHex(8),
                    each.id(),
                    each.key(),
                    "user",
                    "admin",
                    "Primary account API key",
                    null,
                    null,
                    null,
                    null,
                    now(),
                    null));
        }
    }

    /** Adds an account with a world of its own: names of domains that others have are not taken there. A reset drops it. */
    public void add(Setup another) {
        added.put(another.id(), another);
        open(another);
    }

    public boolean isAdded(String id) {
        return added.containsKey(id);
    }

    /** Opens an account anew, and the subaccounts that were set up with it: with their primary keys and nothing else. */
    public void reopen(String id) {
        close(id);
        family(id).forEach(account -> open(Objects.requireNonNull(setupOf(account.id()))));
    }

    /** Drops an account that was added, with its subaccounts. */
    public void remove(String id) {
        close(id);
        added.remove(id);
        accounts.remove(id);
    }

    private void close(String id) {
        for (Account account : family(id)) {
            keys.removeAll(account.id());
            // Subaccounts of the setup are there from the start; those that a request has made are not.
            if (!account.id().equals(id) && setupOf(account.id()) == null) {
                accounts.remove(account.id());
            }
        }
    }

    /** An account and its subaccounts. */
    public List<Account> family(String id) {
        return accounts.values().stream()
                .filter(account -> account.id().equals(id) || id.equals(account.parent()))
                .toList();
    }

    /** How an account was set up or added, {@code null} if a request has made it. */
    public @Nullable Setup setupOf(String id) {
        return Stream.concat(setup.stream(), added.values().stream())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** In which world an account lives: the names of domains are taken once in each. That of all who were there at the start is empty. */
    public String world(String id) {
        Account account = accounts.get(id);
        String root = account == null || account.parent() == null ? id : account.parent();
        return added.containsKey(root) ? root : "";
    }

    /** The account, or {@code null} if there is none with this id. */
    public @Nullable Account account(String id) {
        return accounts.get(id);
    }

    /** The accounts and subaccounts, in the order in which they were added. */
    public List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    public void add(Account account) {
        accounts.put(account.id(), account);
    }

    public KeyRing keys() {
        return keys;
    }

    /** What a reset leaves alone: the parts that the simulator itself is made of. */
    public Store machinery() {
        return machinery;
    }

    /** What spans accounts, such as who owns a domain name. */
    public Store shared() {
        return shared;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Hexadecimal digits that are the same in each run. */
    public String randomHex(int digits) {
        return hex(random, digits);
    }

    /** Hexadecimal digits that are the same in each run, whatever was drawn before. */
    public String hexFor(String purpose, int digits) {
        return hex(new Random(31 * seed + purpose.hashCode()), digits);
    }

    private static String hex(Random random, int digits) {
        StringBuilder hex = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }
}
