package io.github.mailgunreactor.accounts;

/**
 * What Mailgun tells of one subaccount.
 *
 * @param subaccount the subaccount
 */
public record SubaccountDetails(Subaccount subaccount) {}
