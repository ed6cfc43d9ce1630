package io.github.mailgunreactor.planted.beta;

import io.github.mailgunreactor.planted.alpha.Culprit;

/** Is known to {@link Culprit} and knows it: a cycle of two modules. */
public final class Accomplice {
    private final Culprit culprit = new Culprit();

    public Culprit culprit() {
        return culprit;
    }
}
