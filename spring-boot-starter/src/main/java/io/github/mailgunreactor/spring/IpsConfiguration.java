package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.ips.DomainIpsApi;
import io.github.mailgunreactor.ips.IpPoolsApi;
import io.github.mailgunreactor.ips.IpSettingsApi;
import io.github.mailgunreactor.ips.IpWarmupsApi;
import io.github.mailgunreactor.ips.IpsApi;
import io.github.mailgunreactor.ips.SubaccountIpPoolsApi;
import io.github.mailgunreactor.ips.dynamic.DynamicIpPoolsApi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API classes of IP addresses and pools. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(DomainIpsApi.class)
class IpsConfiguration {
    @Bean
    @ConditionalOnMissingBean
    DomainIpsApi mailgunDomainIpsApi(MailgunClient mailgun) {
        return new DomainIpsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    DynamicIpPoolsApi mailgunDynamicIpPoolsApi(MailgunClient mailgun) {
        return new DynamicIpPoolsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    IpPoolsApi mailgunIpPoolsApi(MailgunClient mailgun) {
        return new IpPoolsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    IpSettingsApi mailgunIpSettingsApi(MailgunClient mailgun) {
        return new IpSettingsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    IpWarmupsApi mailgunIpWarmupsApi(MailgunClient mailgun) {
        return new IpWarmupsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    IpsApi mailgunIpsApi(MailgunClient mailgun) {
        return new IpsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    SubaccountIpPoolsApi mailgunSubaccountIpPoolsApi(MailgunClient mailgun) {
        return new SubaccountIpPoolsApi(mailgun);
    }
}
