package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.simulator.Simulator
import io.github.mailgunreactor.templates.NewTemplate
import io.github.mailgunreactor.templates.NewTemplateVersion
import io.github.mailgunreactor.templates.TemplateOwner
import io.github.mailgunreactor.templates.TemplateVersionChange
import io.github.mailgunreactor.templates.TemplatesApi
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplatesKotlinIT {
    private val simulator = Simulator.start()
    private val mailgun =
        MailgunClient.builder(simulator.key()).region(Region.at(simulator.baseUrl())).build()

    @AfterAll
    fun close() {
        mailgun.close()
        simulator.close()
    }

    @Test
    fun `a template gets a second version, which becomes active`(): Unit = runBlocking {
        val templates = TemplatesApi(mailgun)
        val account = TemplateOwner.ofAccount()
        templates
            .create(
                account,
                NewTemplate.of("welcome").version(NewTemplateVersion.of("v1", "Hello {{name}}")),
            )
            .awaitSingle()
        templates
            .createVersion(account, "welcome", NewTemplateVersion.of("v2", "Hi {{name}}").active())
            .awaitSingle()
        templates
            .changeVersion(
                account,
                "welcome",
                "v2",
                TemplateVersionChange.none().subject("Welcome, {{name}}"),
            )
            .awaitSingle()

        val active = templates.get(account, "welcome").awaitSingle().version()
        val tags = templates.listVersions(account, "welcome").asFlow().toList().map { it.tag }

        assertThat(active?.template).isEqualTo("Hi {{name}}")
        assertThat(active?.headers).containsEntry("Subject", "Welcome, {{name}}")
        assertThat(tags).containsExactly("v1", "v2")
    }
}
