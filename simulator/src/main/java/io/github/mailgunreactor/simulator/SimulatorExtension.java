package io.github.mailgunreactor.simulator;

import java.util.Objects;
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
 * parallel. The stack trace of a test that fails shows what is in the mailbox and the journal.
 */
public final class SimulatorExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                TestExecutionExceptionHandler,
                ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SimulatorExtension.class);

    private final SimulatorBuilder builder;
    private @Nullable Simulator simulator;
    private boolean ofClass;

    /** For {@code @ExtendWith}. */
    SimulatorExtension() {
        this(Simulator.builder());
    }

    private SimulatorExtension(SimulatorBuilder builder) {
        this.builder = builder;
    }

    /** With one account and one region. */
    public static SimulatorExtension create() {
        return create(Simulator.builder());
    }

    /** With a simulator as described. */
    public static SimulatorExtension create(SimulatorBuilder builder) {
        return new SimulatorExtension(Objects.requireNonNull(builder, "builder"));
    }

    /**
     * The running simulator.
     *
     * @throws IllegalStateException outside of tests
     */
    public Simulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("the simulator runs during tests only");
        }
        return simulator;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (simulator == null) {
            simulator = builder.start();
            ofClass = true;
            // Closed when all tests have ended. A class that inherits the field, or whose framework keeps a context
            // with
            // our URL in it, finds the same simulator.
            context.getRoot().getStore(NAMESPACE).put(this, simulator);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (simulator == null) {
            simulator = builder.start();
        } else {
            simulator.reset();
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (simulator != null) {
            failure.addSuppressed(new SimulatorReport(simulator));
        }
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!ofClass && simulator != null) {
            simulator.close();
            simulator = null;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Simulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }
}
