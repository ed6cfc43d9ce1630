package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.messages.MessagesApi;
import jakarta.mail.internet.MimeMessage;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.MailSender;
import org.springframework.mail.javamail.JavaMailSender;

/** Spring's mail sender, where {@code spring.mail.host} does not have the application send by SMTP. */
@AutoConfiguration(
        after = MailgunApiAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration",
            "org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration"
        })
@ConditionalOnClass({JavaMailSender.class, MimeMessage.class})
@ConditionalOnBean(MessagesApi.class)
@ConditionalOnBooleanProperty(name = "mailgun.mail.enabled", matchIfMissing = true)
public final class MailgunMailSenderAutoConfiguration {
    MailgunMailSenderAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(MailSender.class)
    MailgunMailSender mailgunMailSender(MessagesApi messages, MailgunProperties properties) {
        MailgunProperties.Mail mail = properties.mail();
        MailgunMailSender sender = PropertyValue.apply(
                "mailgun.mail.domain", MailgunMailSender.of(messages), mail.domain(), MailgunMailSender::domain);
        return PropertyValue.apply("mailgun.mail.from", sender, mail.from(), MailgunMailSender::from);
    }
}
