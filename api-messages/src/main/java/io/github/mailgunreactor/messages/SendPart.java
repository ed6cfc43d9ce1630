package io.github.mailgunreactor.messages;

import java.util.List;

/**
 * What one request of a job carries.
 *
 * @param first the index of its first item
 * @param items what it carries
 * @param hash of all items of the job up to its end
 * @param inDoubt whether an earlier run may have sent it
 */
record SendPart<T>(long first, List<T> items, long hash, boolean inDoubt) {

    long end() {
        return first + items.size();
    }
}
