package io.github.mailgunreactor.simulator.internal.domains;

import io.github.mailgunreactor.simulator.internal.http.FormValues;
import java.util.List;
import java.util.Map;
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

    void describe(Map<String, @Nullable Object> fields) {
        if (archiveTo != null) {
            fields.put("archive_to", archiveTo);
        }
        if (mailfromHost != null) {
            fields.put("mailfrom_host", mailfromHost);
        }
        fields.put("spam_action", spamAction);
        fields.put("wildcard", wildcard);
        fields.put("require_tls", requireTls);
        fields.put("skip_verification", skipVerification);
        fields.put("use_automatic_sender_security", automaticSenderSecurity);
        fields.put("web_prefix", webPrefix);
        fields.put("web_scheme", webScheme);
        fields.put("encrypt_incoming_message", encryptIncomingMessage);
        fields.put("message_ttl", messageTtl);
    }
}
