package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.observation.CallLog;
import io.github.mailgunreactor.core.transport.Transport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Transport and clients. */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "mailgun.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MailgunProperties.class)
public final class MailgunAutoConfiguration {
    MailgunAutoConfiguration() {}

    @Bean
    static RegionConverter mailgunRegionConverter() {
        return new RegionConverter();
    }

    @Bean
    @ConditionalOnMissingBean
    MailgunConnectionDetails mailgunConnectionDetails(MailgunProperties properties) {
        return new PropertiesConnectionDetails(properties);
    }

    @Bean
    @ConditionalOnMissingBean(Transport.class)
    NettyTransportFactory mailgunTransport(
            MailgunProperties properties, ObjectProvider<NettyTransportCustomizer> customizers) {
        return new NettyTransportFactory(properties, customizers.orderedStream());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBooleanProperty(name = "mailgun.call-log")
    CallLog mailgunCallLog() {
        return CallLog.create();
    }

    @Bean
    ClientFactory mailgunClientFactory(
            MailgunProperties properties, MailgunConnectionDetails details, BeanFactory beans) {
        return new ClientFactory(properties, details, beans);
    }

    @Bean
    @ConditionalOnMissingBean
    MailgunClient mailgunClient(ClientFactory factory, Transport transport) {
        return factory.first();
    }

    @Bean
    @ConditionalOnMissingBean
    MailgunClients mailgunClients(ClientFactory factory, MailgunProperties properties, Transport transport) {
        Map<String, MailgunClient> clients = new LinkedHashMap<>();
        properties.clients().forEach((name, client) -> clients.put(name, factory.named(name, client)));
        return new MailgunClients(clients);
    }

    @Bean
    @ConditionalOnMissingBean
    MailgunLifecycle mailgunLifecycle() {
        return new MailgunLifecycle();
    }
}
