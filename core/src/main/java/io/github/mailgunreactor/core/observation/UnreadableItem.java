package io.github.mailgunreactor.core.observation;

/**
 * An item of a page that could not be read, as the response has nothing, or nothing readable, for a field that identifies it.
 *
 * @param position where it would stand among the items that could be read: 0 for before the first of them
 * @param field the field, such as {@code items[].address}; never its value
 */
public record UnreadableItem(int position, String field) {}
