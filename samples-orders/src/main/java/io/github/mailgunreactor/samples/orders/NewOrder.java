package io.github.mailgunreactor.samples.orders;

import java.util.Objects;

/**
 * What a customer orders.
 *
 * @param email where the confirmation goes
 */
record NewOrder(String email, String item) {
    NewOrder {
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(item, "item");
    }

    @Override
    public String toString() {
        return "NewOrder[item=" + item + "]";
    }
}
