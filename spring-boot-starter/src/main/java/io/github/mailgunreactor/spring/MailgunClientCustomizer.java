package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClientBuilder;

/** A bean of this type changes what clients are built with, after the properties; in order, where there are several. */
@FunctionalInterface
public interface MailgunClientCustomizer {

    /** Changes the settings of the first client, and of each named one. */
    void customize(MailgunClientBuilder builder);
}
