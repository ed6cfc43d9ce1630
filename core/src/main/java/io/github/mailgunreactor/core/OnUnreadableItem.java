package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.observation.UnreadableValueListener;

/** What a listing does about an item that could not be read, as a field that identifies it is missing. */
public enum OnUnreadableItem {
    /** It ends with an {@link UnreadableResponseException}, after the items before that one. */
    FAIL,
    /** It goes on with the next item. {@link Page#unreadableItems()} and an {@link UnreadableValueListener} tell of it. */
    PASS_OVER
}
