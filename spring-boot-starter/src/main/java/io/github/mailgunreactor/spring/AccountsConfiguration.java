package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.accounts.AccountApi;
import io.github.mailgunreactor.accounts.HttpSigningKeyApi;
import io.github.mailgunreactor.accounts.SandboxRecipientsApi;
import io.github.mailgunreactor.accounts.SubaccountsApi;
import io.github.mailgunreactor.accounts.UsersApi;
import io.github.mailgunreactor.core.MailgunClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API classes of accounts. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(AccountApi.class)
class AccountsConfiguration {
    @Bean
    @ConditionalOnMissingBean
    AccountApi mailgunAccountApi(MailgunClient mailgun) {
        return new AccountApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    HttpSigningKeyApi mailgunHttpSigningKeyApi(MailgunClient mailgun) {
        return new HttpSigningKeyApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    SandboxRecipientsApi mailgunSandboxRecipientsApi(MailgunClient mailgun) {
        return new SandboxRecipientsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    SubaccountsApi mailgunSubaccountsApi(MailgunClient mailgun) {
        return new SubaccountsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    UsersApi mailgunUsersApi(MailgunClient mailgun) {
        return new UsersApi(mailgun);
    }
}
