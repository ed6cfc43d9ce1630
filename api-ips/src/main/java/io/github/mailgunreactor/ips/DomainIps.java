package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that a domain sends from.
 *
 * @param items the addresses
 * @param totalCount how many they are
 */
public record DomainIps(
        @JsonProperty(required = true) List<String> items,
        @JsonProperty("total_count") @Nullable Long totalCount) {}
