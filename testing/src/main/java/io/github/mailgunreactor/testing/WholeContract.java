package io.github.mailgunreactor.testing;

import io.github.mailgunreactor.core.transport.Transport;
import org.junit.jupiter.api.Nested;

/** All parts of the contract at once. A transport's test extends this and says how to open it, and against which server. */
public abstract class WholeContract {

    /** Opens the transport under test. The contract closes it. */
    protected abstract Transport open(TransportSettings settings);

    /** Starts the server under test; one that speaks TLS where that is what is tested. */
    protected FaultServer startServer() {
        return FaultServer.start();
    }

    @Nested
    class Wire extends WireContract {
        @Override
        protected FaultServer startServer() {
            return WholeContract.this.startServer();
        }

        @Override
        protected Transport open(TransportSettings settings) {
            return WholeContract.this.open(settings);
        }
    }

    @Nested
    class Body extends BodyContract {
        @Override
        protected FaultServer startServer() {
            return WholeContract.this.startServer();
        }

        @Override
        protected Transport open(TransportSettings settings) {
            return WholeContract.this.open(settings);
        }
    }

    @Nested
    class Patience extends PatienceContract {
        @Override
        protected FaultServer startServer() {
            return WholeContract.this.startServer();
        }

        @Override
        protected Transport open(TransportSettings settings) {
            return WholeContract.this.open(settings);
        }
    }

    @Nested
    class Stream extends StreamContract {
        @Override
        protected FaultServer startServer() {
            return WholeContract.this.startServer();
        }

        @Override
        protected Transport open(TransportSettings settings) {
            return WholeContract.this.open(settings);
        }
    }

    @Nested
    class Failure extends FailureContract {
        @Override
        protected FaultServer startServer() {
            return WholeContract.this.startServer();
        }

        @Override
        protected Transport open(TransportSettings settings) {
            return WholeContract.this.open(settings);
        }
    }

    @Nested
    class Lifecycle extends LifecycleContract {
        @Override
        protected FaultServer startServer() {
            return WholeContract.this.startServer();
        }

        @Override
        protected Transport open(TransportSettings settings) {
            return WholeContract.this.open(settings);
        }
    }
}
