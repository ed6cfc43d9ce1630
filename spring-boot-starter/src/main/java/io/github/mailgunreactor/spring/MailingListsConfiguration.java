package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.mailinglists.ListMembersApi;
import io.github.mailgunreactor.mailinglists.MailingListsApi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API classes of mailing lists. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(ListMembersApi.class)
class MailingListsConfiguration {
    @Bean
    @ConditionalOnMissingBean
    ListMembersApi mailgunListMembersApi(MailgunClient mailgun) {
        return new ListMembersApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    MailingListsApi mailgunMailingListsApi(MailgunClient mailgun) {
        return new MailingListsApi(mailgun);
    }
}
