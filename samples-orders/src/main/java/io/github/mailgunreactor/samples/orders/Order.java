package io.github.mailgunreactor.samples.orders;

/** An order, and what became of its confirmation. */
record Order(String id, NewOrder ordered, State state) {

    /** In the order in which they come; what Mailgun tells late does not lead back. */
    enum State {
        PLACED,
        CONFIRMATION_SENT,
        CONFIRMED,
        UNREACHABLE
    }

    Order advance(State next) {
        return next.compareTo(state) > 0 ? new Order(id, ordered, next) : this;
    }
}
