package io.github.mailgunreactor.core.internal;

/**
 * Is told what of a document could not be read, by where it stands: wire names of components, {@code []} for the elements of
 * a list, {@code *} for the keys of a map. Never by its value.
 */
public interface UnreadableReport {

    /** A value was taken for absent. */
    void value(String path);

    /**
     * A record of a list that stands directly in the document lacks what identifies it.
     *
     * @param path what it lacks
     * @param position how many records of the list were read before it
     */
    void record(String path, int position);
}
