package io.github.mailgunreactor.simulator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

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
 * <p>In a static field there is one simulator for the class and its nested classes, {@linkplain Simulator#reset reset}
 * before each test; in an instance field there is a new one for each test. {@code @ExtendWith(SimulatorExtension.class)}
 * does as a static field does. Tests that share a simulator must not run in parallel.
 */
public final class SimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private final SimulatorBuilder builder;
    private @Nullable Simulator simulator;
    private int classes;

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
        if (classes++ == 0) {
            simulator = builder.start();
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
    public void afterEach(ExtensionContext context) {
        if (classes == 0) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--classes == 0) {
            stop();
        }
    }

    private void stop() {
        if (simulator != null) {
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
