package io.github.mailgunreactor.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of users.
 *
 * @param items the users
 * @param total how many there are that match
 */
public record UserList(
        @JsonProperty(value = "users", required = true) List<User> items,
        @Nullable Long total) implements PageBody<User> {}
