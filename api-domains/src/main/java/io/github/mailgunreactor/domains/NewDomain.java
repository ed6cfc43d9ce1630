package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Secret;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;

/** A domain to be added. */
public final class NewDomain extends ParamSet<NewDomain> {
    private NewDomain(Params params) {
        super(params, NewDomain::new);
    }

    /** A domain with default settings. */
    public static NewDomain of(String name) {
        return new NewDomain(Params.NONE).with("name", Arguments.requireText("name", name));
    }

    /** What happens to inbound spam. Default: {@link SpamAction#DISABLED}. */
    public NewDomain spamAction(SpamAction action) {
        return with("spam_action", action);
    }

    /** Whether to accept mail to subdomains whose MX records point to Mailgun. Default: no. */
    public NewDomain wildcard(boolean on) {
        return with("wildcard", on);
    }

    /**
     * The password of the domain's SMTP user, {@code postmaster@} and its name.
     *
     * @param password 5 to 32 characters
     */
    public NewDomain smtpPassword(Secret password) {
        return with("smtp_password", SmtpPassword.require("password", password));
    }

    /**
     * The size of the domain's DKIM key.
     *
     * @param bits 1024 or 2048
     */
    public NewDomain dkimKeySize(int bits) {
        return with("dkim_key_size", KeySize.require("bits", bits));
    }

    /** The selector of the domain's DKIM key, without dots. A key is made if there is none with it. */
    public NewDomain dkimSelector(String selector) {
        return with("dkim_selector", DotlessName.require("selector", selector));
    }

    /**
     * The domain whose DNS has the DKIM keys: the new one, its root domain or one of its subdomains. It excludes
     * {@link #forceDkimAuthority} and {@link #forceRootDkimHost}.
     */
    public NewDomain dkimHostName(String host) {
        refuseTogether("dkim_host_name", "force_dkim_authority", "force_root_dkim_host");
        return with("dkim_host_name", Arguments.requireText("host", host));
    }

    /**
     * Whether the domain signs with keys of its own although its root domain is in the account too. Default: no, it signs
     * with those of its root domain.
     */
    public NewDomain forceDkimAuthority(boolean on) {
        refuseTogether("force_dkim_authority", "dkim_host_name");
        return with("force_dkim_authority", on);
    }

    /**
     * Whether the DNS of the root domain has the DKIM keys, even if Mailgun does not know the root domain. Envelope
     * senders stay in the new domain. Default: no.
     */
    public NewDomain forceRootDkimHost(boolean on) {
        refuseTogether("force_root_dkim_host", "dkim_host_name");
        return with("force_root_dkim_host", on);
    }

    /**
     * Whether Mailgun keeps and rotates the DKIM keys, for which the DNS has CNAME records in place of TXT records.
     * Default: no.
     */
    public NewDomain useAutomaticSenderSecurity(boolean on) {
        return with("use_automatic_sender_security", on);
    }

    /** The host in front of the domain's name in links for tracking, without dots. Default: {@code email}. */
    public NewDomain webPrefix(String prefix) {
        return with("web_prefix", DotlessName.require("prefix", prefix));
    }

    /** How links for tracking start. Default: {@link WebScheme#HTTP}. */
    public NewDomain webScheme(WebScheme scheme) {
        return with("web_scheme", scheme);
    }

    /** Whether messages are delivered over TLS or not at all. Default: no, without TLS where there is no other way. */
    public NewDomain requireTls(boolean on) {
        return with("require_tls", on);
    }

    /** Whether to deliver over TLS without a look at the receiving server's certificate. Default: no. */
    public NewDomain skipVerification(boolean on) {
        return with("skip_verification", on);
    }

    /** The IP pool that the domain sends from. */
    public NewDomain poolId(String poolId) {
        return with("pool_id", Arguments.requireText("poolId", poolId));
    }

    /**
     * The IP addresses that the domain sends from. Default: all dedicated ones of the account.
     *
     * @param addresses one or more of the account's; another one is an error with status 400
     */
    public NewDomain ips(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("addresses must be one or more");
        }
        addresses.forEach(address -> Arguments.requireText("addresses", address));
        return with("ips", String.join(",", addresses));
    }

    /** A URL to which each delivered message is posted as {@code application/mime}. Default: none. */
    public NewDomain archiveTo(String url) {
        return with("archive_to", Arguments.requireText("url", url));
    }

    /** Whether to store inbound messages encrypted; only Mailgun's support can undo it. Default: no. */
    public NewDomain encryptIncomingMessage(boolean on) {
        return with("encrypt_incoming_message", on);
    }

    /**
     * How long messages can be retrieved.
     *
     * @param life 1 second to 68 years, in whole seconds, as far as the account's plan allows
     */
    public NewDomain messageTtl(Duration life) {
        return with("message_ttl", WholeSeconds.require("life", life));
    }

    String name() {
        return (String) Objects.requireNonNull(params().first("name"));
    }

    private void refuseTogether(String added, String... others) {
        for (String other : others) {
            if (params().first(other) != null) {
                throw new IllegalArgumentException(added + " must not be combined with " + other);
            }
        }
    }
}
