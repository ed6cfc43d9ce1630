package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.messages.MessagesApi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API classes of messages. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(MessagesApi.class)
class MessagesConfiguration {
    @Bean
    @ConditionalOnMissingBean
    MessagesApi mailgunMessagesApi(MailgunClient mailgun) {
        return new MessagesApi(mailgun);
    }
}
