package io.github.mailgunreactor.domains;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of the messages of a domain.
 *
 * @param tracking the settings
 */
public record DomainTracking(Settings tracking) {

    /**
     * All settings together.
     *
     * @param click of clicks
     * @param open of opens
     * @param unsubscribe of unsubscribing
     * @param webScheme how links for tracking start
     */
    public record Settings(
            @Nullable Click click,
            @Nullable Open open,
            @Nullable Unsubscribe unsubscribe,
            @JsonProperty("web_scheme") @Nullable WebScheme webScheme) {}

    /**
     * Whether clicks are counted.
     *
     * @param active whether, and where
     */
    public record Click(@Nullable ClickTracking active) {}

    /**
     * Whether opens are counted.
     *
     * @param active whether they are
     * @param placeAtTheTop whether the pixel that counts them stands at the top of the HTML, not at its end
     */
    public record Open(
            @Nullable Boolean active,
            @JsonProperty("place_at_the_top") @Nullable Boolean placeAtTheTop) {}

    /**
     * Whether messages end with a link to unsubscribe.
     *
     * @param active whether they do
     * @param htmlFooter the end of their HTML part
     * @param textFooter the end of their plain text part
     */
    public record Unsubscribe(
            @Nullable Boolean active,
            @JsonProperty("html_footer") @Nullable String htmlFooter,
            @JsonProperty("text_footer") @Nullable String textFooter) {}

    /**
     * The response to a change of what is counted of clicks.
     *
     * @param message Mailgun's confirmation
     * @param click the settings now
     */
    public record ChangedClick(
            @Nullable String message, @Nullable Click click) {}

    /**
     * The response to a change of what is counted of opens.
     *
     * @param message Mailgun's confirmation
     * @param open the settings now
     */
    public record ChangedOpen(
            @Nullable String message, @Nullable Open open) {}

    /**
     * The response to a change of the link to unsubscribe.
     *
     * @param message Mailgun's confirmation
     * @param unsubscribe the settings now
     */
    public record ChangedUnsubscribe(
            @Nullable String message, @Nullable Unsubscribe unsubscribe) {}
}
