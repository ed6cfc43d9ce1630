package io.github.mailgunreactor.examples;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.accounts.SubaccountsApi;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.domains.DomainsApi;
import io.github.mailgunreactor.simulator.ReceivedMessage;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.webhooks.DomainWebhooksApi;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class OnboardTenantIT {

    @Test
    void aTenantHasAllItNeedsAndNothingOfOthers() {
        try (Simulator simulator = Simulator.start();
                MailgunClient mailgun = MailgunClient.builder(simulator.key())
                        .region(Region.at(simulator.baseUrl()))
                        .build()) {
            OnboardTenant.Tenant tenant = requireNonNull(new OnboardTenant(mailgun)
                    .onboard("Shop", "shop.published.example", made -> Mono.empty())
                    .block());
            OnboardTenant.firstMail(tenant, mailgun.region()).block();

            MailgunClient ofTenant = mailgun.onBehalfOf(tenant.subaccount());
            ReceivedMessage mail =
                    simulator.account(tenant.subaccount()).mailbox().only("ada@example.org");
            assertThat(mail.subject()).isEqualTo("Welcome");
            assertThat(mail.template()).isEqualTo("welcome");
            assertThat(new DomainWebhooksApi(ofTenant)
                            .list(tenant.domain())
                            .collectList()
                            .block())
                    .hasSize(2);
            assertThat(requireNonNull(new SubaccountsApi(mailgun)
                                    .getLimit(tenant.subaccount())
                                    .block())
                            .current())
                    .isEqualTo(1);
            StepVerifier.create(new DomainsApi(mailgun).get(tenant.domain()))
                    .verifyErrorMatches(error -> error instanceof ErrorStatusException status && status.isNotFound());
        }
    }

    @Test
    void theProgramRuns() {
        OnboardTenant.main(new String[0]);
    }
}
