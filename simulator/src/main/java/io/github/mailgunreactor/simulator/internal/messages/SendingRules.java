package io.github.mailgunreactor.simulator.internal.messages;

import io.github.mailgunreactor.simulator.internal.accounts.Features;
import io.github.mailgunreactor.simulator.internal.accounts.MonthlyLimit;
import io.github.mailgunreactor.simulator.internal.accounts.SandboxRecipients;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.state.Account;

/** Who may send, how much, and to whom. */
final class SendingRules {
    private SendingRules() {}

    /** Refuses a domain that is disabled, or whose account is, or has sent what it may, or may not send. */
    static void check(SimulatedRequest request, SendingDomain domain) {
        boolean spent = MonthlyLimit.thatBind(request).stream().anyMatch(limit -> limit.isReached(request.now()));
        if (domain.isDisabled() || spent || request.account().status() == Account.Status.DISABLED) {
            throw MessagesOperations.notAllowed(domain, "Account disabled");
        }
        if (!Features.of(request.account()).allows("sending")) {
            throw MessagesOperations.notAllowed(domain, "Sending is not enabled for the account");
        }
    }

    /** Refuses mail from a sandbox to somebody who has not agreed to it. */
    static void check(SimulatedRequest request, SendingDomain domain, Mail mail) {
        SandboxRecipients recipients = SandboxRecipients.of(request.account());
        if (domain.type() == SendingDomain.Type.SANDBOX
                && !mail.recipients().all().stream().map(MailAddress::address).allMatch(recipients::isActivated)) {
            throw MessagesOperations.notAllowed(
                    domain,
                    "Sandbox subdomains are for test purposes only. Please add your own domain or add the address to"
                            + " authorized recipients in Account Settings.");
        }
    }

    /** Counts what is accepted, for the account and for its parent. */
    static void count(SimulatedRequest request, Mail mail) {
        MonthlyLimit.thatBind(request)
                .forEach(limit -> limit.count(mail.recipients().all().size(), request.now()));
    }
}
