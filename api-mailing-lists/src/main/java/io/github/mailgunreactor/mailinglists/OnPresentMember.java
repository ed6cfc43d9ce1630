package io.github.mailgunreactor.mailinglists;

/** What becomes of a member that is to be added and is on the list already. */
public enum OnPresentMember {
    /** It stays as it is. Among many it is passed over; adding it alone is an error. */
    KEEP("no"),
    /** It becomes what the new one says. */
    UPDATE("yes");

    private final String upsert;

    OnPresentMember(String upsert) {
        this.upsert = upsert;
    }

    String upsert() {
        return upsert;
    }
}
