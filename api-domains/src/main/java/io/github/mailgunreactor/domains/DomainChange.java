package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Secret;
import java.time.Duration;
import java.util.Locale;

/** Settings of a domain to be changed; what is not set stays as it is. */
public final class DomainChange extends ParamSet<DomainChange> {
    private static final DomainChange NONE = new DomainChange(Params.NONE);

    private DomainChange(Params params) {
        super(params, DomainChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static DomainChange none() {
        return NONE;
    }

    /** What happens to inbound spam. */
    public DomainChange spamAction(SpamAction action) {
        return with("spam_action", action);
    }

    /** Whether to accept mail to subdomains whose MX records point to Mailgun. */
    public DomainChange wildcard(boolean on) {
        return with("wildcard", on);
    }

    /**
     * The password of the domain's SMTP user, {@code postmaster@} and its name.
     *
     * @param password 5 to 32 characters
     */
    public DomainChange smtpPassword(Secret password) {
        return with("smtp_password", SmtpPassword.require("password", password));
    }

    /**
     * Whether Mailgun keeps and rotates the DKIM keys, for which the DNS has CNAME records in place of TXT records. The
     * domain must be verified anew after the change.
     */
    public DomainChange useAutomaticSenderSecurity(boolean on) {
        return with("use_automatic_sender_security", on);
    }

    /**
     * The host in front of the domain's name in links for tracking, without dots. The DNS needs a CNAME record for the new
     * one.
     */
    public DomainChange webPrefix(String prefix) {
        return with("web_prefix", DotlessName.require("prefix", prefix));
    }

    /** How links for tracking start; {@link WebScheme#HTTPS} needs a certificate. */
    public DomainChange webScheme(WebScheme scheme) {
        return with("web_scheme", scheme);
    }

    /** Whether messages are delivered over TLS or not at all. */
    public DomainChange requireTls(boolean on) {
        return with("require_tls", on);
    }

    /** Whether to deliver over TLS without a look at the receiving server's certificate. */
    public DomainChange skipVerification(boolean on) {
        return with("skip_verification", on);
    }

    /** A URL to which each delivered message is posted as {@code application/mime}. */
    public DomainChange archiveTo(String url) {
        return with("archive_to", Arguments.requireText("url", url));
    }

    /** The host of envelope senders, in lower case. */
    public DomainChange mailfromHost(String host) {
        Arguments.requireText("host", host);
        if (!host.equals(host.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("host must be in lower case");
        }
        return with("mailfrom_host", host);
    }

    /**
     * How long messages can be retrieved.
     *
     * @param life 1 second to 68 years, in whole seconds, as far as the account's plan allows
     */
    public DomainChange messageTtl(Duration life) {
        return with("message_ttl", WholeSeconds.require("life", life));
    }
}
