package io.github.mailgunreactor.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which property is missing or wrong, and what to write in its place. */
final class MailgunFailureAnalyzer extends AbstractFailureAnalyzer<InvalidMailgunPropertyException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidMailgunPropertyException cause) {
        return new FailureAnalysis(
                "Mailgun cannot be used, as of the property " + cause.property() + ": " + cause.problem() + ".",
                cause.property().endsWith("api-key")
                        ? "Set " + cause.property() + " to a key of your account, from where your secrets are; or add a"
                                + " bean of type Credentials. Without Mailgun, in a test say: mailgun.enabled=false."
                        : "Change " + cause.property() + ".",
                cause);
    }
}
