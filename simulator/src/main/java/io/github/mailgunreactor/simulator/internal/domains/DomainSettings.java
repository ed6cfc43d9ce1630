package io.github.mailgunreactor.simulator.internal.domains;

import io.github.mailgunreactor.simulator.internal.http.FormValues;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be set of a sending domain, with the defaults of the live API. */
final class DomainSettings {
    private String spamAction = "disabled";
    private boolean wildcard;
    private boolean requireTls;
    private boolean skipVerification;
    private boolean automaticSenderSecurity;
    private String webPrefix = "email";
    private String webScheme = "http";
    private @Nullable String archiveTo;
    private @Nullable String mailfromHost;
    private boolean encryptIncomingMessage;
    private long messageTtl;

    /** Takes over what a form has; all of it, or nothing where something of it is refused. */
    void change(FormValues form) {
        String newSpamAction = form.oneOf("spam_action", List.of("disabled", "block", "tag"), spamAction);
        String newWebScheme = form.oneOf("web_scheme", List.of("http", "https"), webScheme);
        String newWebPrefix = form.atom("web_prefix", webPrefix);
        boolean newWildcard = form.flag("wildcard", wildcard);
        boolean newRequireTls = form.flag("require_tls", requireTls);
        boolean newSkipVerification = form.flag("skip_verification", skipVerification);
        boolean newSecurity = form.flag("use_automatic_sender_security", automaticSenderSecurity);
        boolean newEncrypt = form.flag("encrypt_incoming_message", encryptIncomingMessage);
        messageTtl = form.number("message_ttl", messageTtl);
        spamAction = newSpamAction;
        webScheme = newWebScheme;
        webPrefix = newWebPrefix;
        wildcard = newWildcard;
        requireTls = newRequireTls;
        skipVerification = newSkipVerification;
        automaticSenderSecurity = newSecurity;
        // Once on, only the support can switch it off.
        encryptIncomingMessage |= newEncrypt;
        archiveTo = form.textOrNull("archive_to", archiveTo);
        mailfromHost = form.textOrNull("mailfrom_host", mailfromHost);
    }

    boolean requireTls() {
        return requireTls;
    }

    boolean skipVerification() {
        return skipVerification;
    }

    boolean automaticSenderSecurity() {
        return automaticSenderSecurity;
    }

    String webPrefix() {
        return webPrefix;
    }

    String webScheme() {
        return webScheme;
    }

    JsonObject described() {
        return new JsonObject()
                .andIfPresent("archive_to", archiveTo)
                .andIfPresent("mailfrom_host", mailfromHost)
                .and("spam_action", spamAction)
                .and("wildcard", wildcard)
                .and("require_tls", requireTls)
                .and("skip_verification", skipVerification)
                .and("use_automatic_sender_security", automaticSenderSecurity)
                .and("web_prefix", webPrefix)
                .and("web_scheme", webScheme)
                .and("encrypt_incoming_message", encryptIncomingMessage)
                .and("message_ttl", messageTtl);
    }
}
