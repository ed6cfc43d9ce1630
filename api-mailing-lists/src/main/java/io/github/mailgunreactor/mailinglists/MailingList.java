package io.github.mailgunreactor.mailinglists;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailing list.
 *
 * @param address the address under which it is found and to which one sends
 * @param name its name
 * @param description what it is for
 * @param accessLevel who may send to it
 * @param replyPreference where replies go; Mailgun does not always say
 * @param createdAt when it was created
 * @param membersCount how many members it has, subscribed or not
 */
public record MailingList(
        String address,
        @Nullable String name,
        @Nullable String description,
        @JsonProperty("access_level") @Nullable ListAccessLevel accessLevel,
        @JsonProperty("reply_preference") @Nullable ReplyPreference replyPreference,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("members_count") @Nullable Long membersCount) {}
