package io.github.mailgunreactor.simulator.internal.lists;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** One mailing list with its members, these in the order of their addresses. */
public final class MailingListState {
    static final List<String> ACCESS_LEVELS = List.of("readonly", "members", "everyone");
    static final List<String> REPLY_PREFERENCES = List.of("sender", "list");

    private static final DateTimeFormatter UNKNOWN_ZONE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss '-0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** A member as responses show it. */
    public record Member(String address, String name, Map<String, Object> vars, boolean subscribed) {

        Member unsubscribed() {
            return new Member(address, name, vars, false);
        }
    }

    /** What can be changed of a list. */
    record Settings(
            String address,
            String name,
            String description,
            String accessLevel,
            String replyPreference,
            String listId) {}

    private final NavigableMap<String, Member> members = new TreeMap<>();
    private final Instant createdAt;
    private Settings settings;

    MailingListState(Settings settings, Instant createdAt) {
        this.settings = settings;
        this.createdAt = createdAt;
    }

    Settings settings() {
        return settings;
    }

    void change(Settings changed) {
        settings = changed;
    }

    public String address() {
        return settings.address();
    }

    NavigableMap<String, Member> members() {
        return members;
    }

    void put(Member member) {
        members.put(MailingLists.key(member.address()), member);
    }

    /** Whether somebody outside of the account may send to the list. */
    public boolean takesPostsOf(String sender) {
        return switch (settings.accessLevel()) {
            case "everyone" -> true;
            case "members" -> members.containsKey(MailingLists.key(sender));
            default -> false;
        };
    }

    /** Whether replies go to the list; those to a list on which nobody may post go to the sender. */
    boolean repliesToList() {
        return settings.replyPreference().equals("list")
                && !settings.accessLevel().equals("readonly");
    }

    /** Sends a member nothing from now on; {@code false} if there is none of this address. */
    boolean unsubscribe(String address) {
        return members.computeIfPresent(MailingLists.key(address), (key, member) -> member.unsubscribed()) != null;
    }

    JsonObject json() {
        return JsonObject.of("access_level", settings.accessLevel())
                .and("address", settings.address())
                .and("created_at", UNKNOWN_ZONE.format(createdAt))
                .and("description", settings.description())
                .and("members_count", members.size())
                .and("name", settings.name())
                .and("reply_preference", settings.replyPreference());
    }
}
