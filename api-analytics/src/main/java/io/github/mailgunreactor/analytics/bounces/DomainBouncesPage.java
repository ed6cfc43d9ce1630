package io.github.mailgunreactor.analytics.bounces;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the bounces of an account's domains.
 *
 * @param items the domains
 * @param total how many domains there are
 * @param request what Mailgun understood of the request
 */
public record DomainBouncesPage(
        @JsonProperty(required = true) List<DomainBounces> items,
        @Nullable Long total,
        @JsonProperty("req") Map<String, Object> request)
        implements PageBody<DomainBounces> {}
