package io.github.mailgunreactor.core.observation;

/**
 * Is told where responses have something that cannot be read and was therefore taken for absent: Mailgun has changed, or
 * something between it and us has. Once for each place, that is for each path template and field, however often it comes.
 */
@FunctionalInterface
public interface UnreadableValueListener {

    /** Takes note of a place; on an I/O thread, so it must not block. What it throws changes nothing. */
    void onUnreadableValue(UnreadableValue value);
}
