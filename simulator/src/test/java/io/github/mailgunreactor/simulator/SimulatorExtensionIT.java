package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatorExtensionIT {

    @Test
    void hasNoSimulatorOutsideOfTests() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SimulatorExtension.create().simulator());
    }

    @Nested
    class InAStaticField {
        @RegisterExtension
        static final SimulatorExtension MAILGUN = SimulatorExtension.create();

        private static final Set<Simulator> SEEN = new HashSet<>();

        @RepeatedTest(2)
        void keepsOneSimulatorAndResetsIt(Simulator simulator) throws Exception {
            SEEN.add(simulator);
            Caller.of(simulator).form("POST", "/v1/keys", "role", "admin");

            assertThat(SEEN).hasSize(1);
            assertThat(Caller.object(Caller.of(simulator).get("/v1/keys"))).containsEntry("total_count", 2L);
        }

        @Nested
        class AndANestedClass {
            @Test
            void usesTheSameSimulator(Simulator simulator) throws Exception {
                assertThat(simulator).isSameAs(MAILGUN.simulator());
                assertThat(Caller.of(simulator).get("/v1/keys").statusCode()).isEqualTo(200);
            }
        }
    }

    @Nested
    class InAnInstanceField {
        private static final Set<Simulator> SEEN = new HashSet<>();

        @RegisterExtension
        final SimulatorExtension mailgun = SimulatorExtension.create();

        @RepeatedTest(2)
        void startsASimulatorForEachTest(Simulator simulator) throws Exception {
            assertThat(SEEN.add(simulator)).isTrue();
            assertThat(Caller.of(mailgun.simulator()).get("/v1/keys").statusCode())
                    .isEqualTo(200);
        }
    }

    @Nested
    @ExtendWith(SimulatorExtension.class)
    class AsAnAnnotation {
        @Test
        void startsASimulator(Simulator simulator) throws Exception {
            assertThat(Caller.of(simulator).get("/v1/keys").statusCode()).isEqualTo(200);
        }
    }
}
