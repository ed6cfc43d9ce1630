package io.github.mailgunreactor.spring.test;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/** Resets the simulator before each test, and before what the test prepares. */
final class SimulatorResetListener implements TestExecutionListener {
    @Override
    public void beforeTestMethod(TestContext test) {
        if (TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), AutoConfigureMailgunSimulator.class)) {
            SharedSimulator.get().reset();
        }
    }
}
