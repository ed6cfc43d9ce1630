module io.github.mailgunreactor.neighbours.modular {
    requires io.github.mailgunreactor.core;
    requires io.github.mailgunreactor.keys;
    // Maven puts on the module path what somebody requires, and the rest on the class path, which our modules do not see.
    requires org.reactivestreams;
    requires reactor.core;

    // For the record that JSON is read into.
    opens io.github.mailgunreactor.neighbours.modular;
}
