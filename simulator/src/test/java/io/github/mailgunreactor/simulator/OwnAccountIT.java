package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Test classes that share a simulator and have an account each; and what a test that fails says of it. */
class OwnAccountIT {
    private static final Set<Simulator> SIMULATORS = ConcurrentHashMap.newKeySet();
    private static final Set<String> ACCOUNTS = ConcurrentHashMap.newKeySet();

    @AfterAll
    static void sharedOneSimulatorAndNoAccount() {
        assertThat(SIMULATORS).hasSize(1);
        assertThat(ACCOUNTS).hasSize(4);
        assertThat(SIMULATORS.iterator().next().state().accounts()).hasSize(1);
    }

    abstract static class Shop {
        @RegisterExtension
        static final SimulatorExtension MAILGUN = SimulatorExtension.ownAccount();

        @RepeatedTest(2)
        void findsItsAccountResetForEachTest(Simulator simulator, SimulatedAccount account) throws Exception {
            SIMULATORS.add(simulator);
            ACCOUNTS.add(account.id());

            account.domains().add("example.com");

            assertThat(Caller.at(simulator.baseUrl(), account.key())
                            .get("/v4/domains")
                            .body())
                    .contains("example.com");
            assertThat(account.journal().count()).isEqualTo(1);
        }
    }

    @Nested
    class AClass extends Shop {
        @Nested
        class AndOneWithinIt {
            @Test
            void hasTheAccountOfTheOuterOne(SimulatedAccount account) {
                assertThat(account.id()).startsWith("AClass-");
            }
        }
    }

    @Nested
    class AnotherClass extends Shop {}

    @Nested
    class InAnInstanceField {
        @RegisterExtension
        final SimulatorExtension mailgun = SimulatorExtension.ownAccount();

        @RepeatedTest(2)
        void eachTestHasAnAccount(SimulatedAccount account) {
            SIMULATORS.add(mailgun.simulator());
            assertThat(ACCOUNTS.add(account.id())).isTrue();
        }
    }

    @Nested
    class ATestThatFails {
        @RegisterExtension
        @Order(1)
        static final Expectation EXPECTATION = new Expectation();

        @RegisterExtension
        @Order(2)
        static final SimulatorExtension MAILGUN = SimulatorExtension.create();

        @Test
        void saysWhatIsInTheMailboxAndTheJournal(Simulator simulator) throws Exception {
            send(simulator, simulator.account());
            EXPECTATION.says = Set.of(
                    "Mailbox of simulated in us, 1 messages",
                    "ada@example.org",
                    "Journal, the latest of 1 requests",
                    "POST /v3/{domain}/messages");
            throw new AssertionError("as expected");
        }
    }

    @Nested
    class ATestThatFailsInAnAccountOfItsOwn {
        @RegisterExtension
        @Order(1)
        static final Expectation EXPECTATION = new Expectation();

        @RegisterExtension
        @Order(2)
        final SimulatorExtension mailgun = SimulatorExtension.ownAccount();

        @Test
        void saysWhatIsInThatAccount(Simulator simulator, SimulatedAccount account) throws Exception {
            send(simulator, account);
            EXPECTATION.says =
                    Set.of("Mailbox of " + account.id() + " in us, 1 messages", "Journal, the latest of 1 requests");
            throw new AssertionError("as expected");
        }
    }

    /** Looks at the failure after the extension has, as it was registered before it; a failure that says all is none. */
    static final class Expectation implements TestExecutionExceptionHandler {
        private Set<String> says = new HashSet<>();

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            if (!"as expected".equals(failure.getMessage())) {
                throw failure;
            }
            assertThat(failure.getSuppressed()).hasSize(1);
            assertThat(failure.getSuppressed()[0].getMessage()).contains(says);
        }
    }

    private static void send(Simulator simulator, SimulatedAccount account) throws Exception {
        account.domains().add("example.com");
        Caller.at(simulator.baseUrl(), account.key())
                .form(
                        "POST",
                        "/v3/example.com/messages",
                        "from",
                        "me@example.com",
                        "to",
                        "ada@example.org",
                        "subject",
                        "Hi",
                        "text",
                        "Hello");
    }
}
