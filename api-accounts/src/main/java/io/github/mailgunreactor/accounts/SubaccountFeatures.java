package io.github.mailgunreactor.accounts;

import java.util.Map;

/**
 * The features of a subaccount after a change.
 *
 * @param features by Mailgun's names, such as {@code validations}
 */
public record SubaccountFeatures(Map<String, Feature> features) {}
