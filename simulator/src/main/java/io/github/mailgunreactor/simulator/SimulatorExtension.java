package io.github.mailgunreactor.simulator;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Runs a {@link Simulator} for the tests of a class, with JUnit 5 or 6:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SimulatorExtension mailgun = SimulatorExtension.create();
 *
 * @Test
 * void listsKeys(Simulator simulator) { … }
 * }</pre>
 *
 * <p>In a static field there is one simulator, {@linkplain Simulator#reset reset} before each test, which runs until all
 * tests of the run have ended: put it into a base class, and every class that extends it finds the same one under the same
 * URL, also where Spring keeps a context from one class to the next. In an instance field there is a new one for each test. {@code @ExtendWith(SimulatorExtension.class)}
 * does as a static field does. Tests that share a simulator must not run in
 * parallel, but classes that have an {@linkplain #ownAccount() account of their own} may. The stack trace of a test that fails shows
 * what is in the mailbox and the journal.
 */
public final class SimulatorExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                TestExecutionExceptionHandler,
                ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SimulatorExtension.class);

    private static final SimulatorBuilder SHARED = Simulator.builder();
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final int LONGEST_NAME = 48;

    private final SimulatorBuilder builder;
    private final boolean hasOwnAccounts;
    private volatile @Nullable Simulator simulator;
    private boolean ofClass;

    /** Closed when the class, or the test, has ended. */
    private record OwnAccount(Simulator simulator, SimulatedAccount account) implements AutoCloseable {
        @Override
        public void close() {
            simulator.removeAccount(account.id());
        }
    }

    /** For {@code @ExtendWith}. */
    SimulatorExtension() {
        this(Simulator.builder(), false);
    }

    private SimulatorExtension(SimulatorBuilder builder, boolean hasOwnAccounts) {
        this.builder = builder;
        this.hasOwnAccounts = hasOwnAccounts;
    }

    /** With one account and one region. */
    public static SimulatorExtension create() {
        return create(Simulator.builder());
    }

    /** With a simulator as described. */
    public static SimulatorExtension create(SimulatorBuilder builder) {
        return new SimulatorExtension(Objects.requireNonNull(builder, "builder"), false);
    }

    /**
     * An account of one simulator that all who say so share. In a static field each test class has an account with a key and a state
     * of its own, so that classes may run in parallel; it is {@linkplain SimulatedAccount#reset reset} before each test, and
     * dropped when the class has ended. In an instance field each test has an account, and tests of a class may run in parallel
     * too. A test takes it as a parameter:
     *
     * <pre>{@code
     * @RegisterExtension
     * static final SimulatorExtension mailgun = SimulatorExtension.ownAccount();
     *
     * @Test
     * void welcomes(Simulator simulator, SimulatedAccount account) { … account.key() … account.mailbox() … }
     * }</pre>
     *
     * <p>Time passes for all accounts, and a fault meets all of them that does not name {@linkplain SimulatedFault#account one}.
     */
    public static SimulatorExtension ownAccount() {
        return ownAccount(SHARED);
    }

    /** As {@link #ownAccount()}, of the simulator that all share who give this builder. */
    public static SimulatorExtension ownAccount(SimulatorBuilder shared) {
        return new SimulatorExtension(Objects.requireNonNull(shared, "shared"), true);
    }

    /**
     * The running simulator.
     *
     * @throws IllegalStateException outside of tests
     */
    public Simulator simulator() {
        Simulator running = simulator;
        if (running == null) {
            throw new IllegalStateException("the simulator runs during tests only");
        }
        return running;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (hasOwnAccounts) {
            openAccount(context);
        } else if (simulator == null) {
            Simulator started = builder.start();
            simulator = started;
            ofClass = true;
            // Closed when all tests have ended. A class that inherits the field, or whose framework keeps a context
            // with our URL in it, finds the same simulator.
            context.getRoot().getStore(NAMESPACE).put(this, started);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Simulator running = simulator;
        if (hasOwnAccounts) {
            openAccount(context).reset();
        } else if (running == null) {
            simulator = builder.start();
        } else {
            running.reset();
        }
    }

    /** That of the class or the test: a store sees what those above it have, so that nested classes find that of the outer one. */
    private SimulatedAccount openAccount(ExtensionContext context) {
        OwnAccount own = context.getStore(NAMESPACE).get(this, OwnAccount.class);
        if (own == null) {
            Simulator shared = shared(context.getRoot().getStore(NAMESPACE));
            simulator = shared;
            String name = context.getRequiredTestClass().getSimpleName().replaceAll("[^A-Za-z0-9._-]", "-");
            own = new OwnAccount(
                    shared,
                    shared.addAccount(name.substring(0, Math.min(LONGEST_NAME, name.length())) + "-"
                            + ACCOUNTS.incrementAndGet()));
            context.getStore(NAMESPACE).put(this, own);
        }
        return own.account();
    }

    /** Started by the first that asks, closed when all tests have ended. */
    private Simulator shared(ExtensionContext.Store ofAll) {
        synchronized (builder) {
            Simulator running = ofAll.get(builder, Simulator.class);
            if (running == null) {
                running = builder.start();
                ofAll.put(builder, running);
            }
            return running;
        }
    }

    private SimulatedAccount account(ExtensionContext context) {
        return hasOwnAccounts ? openAccount(context) : simulator().account();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Simulator running = simulator;
        if (running != null) {
            failure.addSuppressed(hasOwnAccounts ? SimulatorReport.of(account(context)) : SimulatorReport.of(running));
        }
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Simulator running = simulator;
        if (!hasOwnAccounts && !ofClass && running != null) {
            running.close();
            simulator = null;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Simulator.class || type == SimulatedAccount.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Simulator.class ? simulator() : account(context);
    }
}
