package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.core.ErrorStatusException
import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.core.Secret
import io.github.mailgunreactor.domains.CertificateStatus
import io.github.mailgunreactor.domains.ClickTracking
import io.github.mailgunreactor.domains.CredentialsApi
import io.github.mailgunreactor.domains.DiscoveringRegionRouter
import io.github.mailgunreactor.domains.DomainChange
import io.github.mailgunreactor.domains.DomainFilter
import io.github.mailgunreactor.domains.DomainKeysApi
import io.github.mailgunreactor.domains.DomainSort
import io.github.mailgunreactor.domains.DomainState
import io.github.mailgunreactor.domains.DomainTrackingApi
import io.github.mailgunreactor.domains.DomainsApi
import io.github.mailgunreactor.domains.NewCredentials
import io.github.mailgunreactor.domains.NewDomain
import io.github.mailgunreactor.domains.NewDomainKey
import io.github.mailgunreactor.domains.SpamAction
import io.github.mailgunreactor.simulator.Simulator
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.assertThrows

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DomainsKotlinIT {
    private val simulator = Simulator.builder().regions("us", "eu").start()
    private val us = Region.at(simulator.baseUrl("us"))
    private val eu = Region.at(simulator.baseUrl("eu"))
    private val mailgun = MailgunClient.builder(simulator.key()).region(us).build()
    private val domains = DomainsApi(mailgun)

    @BeforeEach fun reset() = simulator.reset()

    @AfterAll
    fun close() {
        mailgun.close()
        simulator.close()
    }

    @Test
    fun `a domain is added, verified, changed and deleted in coroutines`(): Unit = runBlocking {
        val added = domains.create(NewDomain.of("kotlin.example")).awaitSingle()
        assertThat(added.domain.state).isEqualTo(DomainState.UNVERIFIED)
        assertThat(added.sendingDnsRecords.none { it.isValid }).isTrue()

        simulator.domains().publishDnsRecords("kotlin.example")
        val verified = domains.verify("kotlin.example").awaitSingle()
        assertThat(verified.domain.state).isEqualTo(DomainState.ACTIVE)
        assertThat(verified.sendingDnsRecords.all { it.isValid }).isTrue()

        val changed =
            domains
                .change("kotlin.example", DomainChange.none().spamAction(SpamAction.TAG))
                .awaitSingle()
        assertThat(changed.domain.spamAction).isEqualTo(SpamAction.TAG)

        domains.delete("kotlin.example").awaitSingle()
        assertThat(domains.list().collectList().awaitSingle()).isEmpty()
    }

    @Test
    fun `a listing is a flow that asks for no more pages than it needs`(): Unit = runBlocking {
        listOf("a.example", "b.example", "c.example", "d.example").forEach(simulator.domains()::add)
        val byName = DomainFilter.all().sort(DomainSort.NAME).pageSize(2)

        val names = domains.list(byName).asFlow().map { it.name }.toList()
        assertThat(names).containsExactly("a.example", "b.example", "c.example", "d.example")

        simulator.journal().clear()
        val first = domains.list(byName).take(2).asFlow().take(2).toList()
        assertThat(first).hasSize(2)
        assertThat(simulator.journal().of("GET /v4/domains")).hasSize(1)
    }

    @Test
    fun `keys, tracking and SMTP users read as properties`(): Unit = runBlocking {
        simulator.domains().add("kotlin.example")

        val key =
            DomainKeysApi(mailgun).create(NewDomainKey.of("kotlin.example", "s1")).awaitSingle()
        assertThat(key.dnsRecord?.name).isEqualTo("s1._domainkey.kotlin.example")

        val tracking = DomainTrackingApi(mailgun)
        tracking.changeClick("kotlin.example", ClickTracking.HTML_ONLY).awaitSingle()
        assertThat(tracking.get("kotlin.example").awaitSingle().tracking.click?.active)
            .isEqualTo(ClickTracking.HTML_ONLY)
        tracking.generateCertificate("kotlin.example", "email").awaitSingle()
        assertThat(tracking.getCertificate("kotlin.example", "email").awaitSingle().status)
            .isEqualTo(CertificateStatus.PROCESSING)

        val passwords =
            CredentialsApi(mailgun)
                .create("kotlin.example", NewCredentials.of("ada@kotlin.example"))
                .awaitSingle()
        val password: Secret? = passwords.credentials["ada@kotlin.example"]
        assertThat(password?.reveal()).isNotBlank()
        assertThat(passwords.toString()).doesNotContain(password?.reveal())
    }

    @Test
    fun `one client serves domains of both regions`(): Unit = runBlocking {
        simulator.account().inRegion("us").domains().add("us.example")
        simulator.account().inRegion("eu").domains().add("eu.example")
        val everywhere = DomainsApi(mailgun.routedBy(DiscoveringRegionRouter.of(mailgun, us, eu)))

        assertThat(everywhere.get("us.example").awaitSingle().domain.name).isEqualTo("us.example")
        assertThat(everywhere.get("eu.example").awaitSingle().domain.name).isEqualTo("eu.example")
        val error =
            assertThrows<ErrorStatusException> {
                runBlocking { everywhere.get("no.example").awaitSingle() }
            }
        assertThat(error.isNotFound).isTrue()
    }
}
