package io.github.mailgunreactor.samples.orders.kotlin

import io.github.mailgunreactor.core.ErrorStatusException
import io.github.mailgunreactor.templates.NewTemplate
import io.github.mailgunreactor.templates.NewTemplateVersion
import io.github.mailgunreactor.templates.TemplateOwner
import io.github.mailgunreactor.templates.TemplatesApi
import io.github.mailgunreactor.webhooks.DomainWebhooksApi
import io.github.mailgunreactor.webhooks.WebhookType
import kotlin.time.Duration.Companion.minutes
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.springframework.boot.ApplicationArguments
import org.springframework.boot.ApplicationRunner
import org.springframework.core.env.Environment
import org.springframework.stereotype.Component

/**
 * What the service needs at Mailgun, made when it starts unless it is there: the template, and the
 * URL for webhooks.
 */
@Component
class MailgunSetup(
    private val templates: TemplatesApi,
    private val webhooks: DomainWebhooksApi,
    private val environment: Environment,
) : ApplicationRunner {
    /** Blocks the thread that starts the service, which is no event loop. */
    override fun run(arguments: ApplicationArguments): Unit = runBlocking {
        val domain = environment.getRequiredProperty("orders.domain")
        val path = environment.getRequiredProperty("mailgun.webhooks.path")
        withTimeout(1.minutes) {
            ensureTemplate(TemplateOwner.ofDomain(domain))
            ensureWebhook(domain, environment.getRequiredProperty("orders.public-url") + path)
        }
    }

    private suspend fun ensureTemplate(shop: TemplateOwner) {
        try {
            templates.get(shop, OrderConfirmation.TEMPLATE).awaitSingle()
        } catch (failure: ErrorStatusException) {
            if (!failure.isNotFound) throw failure
            templates.create(shop, CONFIRMATION).awaitSingle()
        }
    }

    private suspend fun ensureWebhook(domain: String, url: String) {
        val known = webhooks.list(domain).asFlow().toList().any { url in it.urls() }
        if (!known) {
            val types = listOf(WebhookType.DELIVERED, WebhookType.PERMANENT_FAIL)
            webhooks.addUrl(domain, url, types).awaitSingle()
        }
    }

    private companion object {
        val CONFIRMATION: NewTemplate =
            NewTemplate.of(OrderConfirmation.TEMPLATE)
                .version(
                    NewTemplateVersion.of("v1", "<p>Thank you! We are packing: {{item}}</p>")
                        .subject("Your order of {{item}}")
                )
    }
}
