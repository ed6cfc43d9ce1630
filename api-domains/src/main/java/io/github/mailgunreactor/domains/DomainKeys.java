package io.github.mailgunreactor.domains;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The DKIM keys of one authority.
 *
 * @param items the keys
 */
public record DomainKeys(@JsonProperty(required = true) List<DomainKey> items) {}
