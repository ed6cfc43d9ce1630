package io.github.mailgunreactor.core.internal;

/** The value of a parameter that JSON sends as {@code null}. */
public enum JsonNull {
    INSTANCE;

    @Override
    public String toString() {
        return "null";
    }
}
