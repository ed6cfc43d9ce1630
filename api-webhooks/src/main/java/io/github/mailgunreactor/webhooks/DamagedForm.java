package io.github.mailgunreactor.webhooks;

/** A form that cannot be read; what is damaged is refused, not guessed at. */
final class DamagedForm extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    DamagedForm() {
        super("the form is damaged");
    }
}
