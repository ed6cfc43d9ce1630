package io.github.mailgunreactor.suppressions;

/** An address to be put on a suppression list. Adding one that is on the list already does no harm. */
public sealed interface NewSuppression permits NewBounce, NewComplaint, NewUnsubscribe {

    /** The address. */
    String address();
}
