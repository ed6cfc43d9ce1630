package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.core.ErrorStatusException
import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.ips.DomainIpRemoval
import io.github.mailgunreactor.ips.DomainIpsApi
import io.github.mailgunreactor.ips.IpDetailFilter
import io.github.mailgunreactor.ips.IpFilter
import io.github.mailgunreactor.ips.IpPoolsApi
import io.github.mailgunreactor.ips.IpReplacement
import io.github.mailgunreactor.ips.IpWarmupsApi
import io.github.mailgunreactor.ips.IpsApi
import io.github.mailgunreactor.ips.NewIpPool
import io.github.mailgunreactor.ips.SubaccountIpChange
import io.github.mailgunreactor.ips.SubaccountIpPoolsApi
import io.github.mailgunreactor.ips.dynamic.DynamicIpPoolsApi
import io.github.mailgunreactor.ips.dynamic.DynamicPool
import io.github.mailgunreactor.ips.dynamic.DynamicPoolDomainFilter
import io.github.mailgunreactor.ips.dynamic.DynamicPoolHistoryFilter
import io.github.mailgunreactor.ips.dynamic.DynamicPoolIps
import io.github.mailgunreactor.simulator.Simulator
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.single
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactive.awaitFirst
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.assertThrows

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IpsKotlinIT {
    private val simulator =
        Simulator.builder()
            .account("parent", "key-parent")
            .subaccount("parent", "shop")
            .pageSize(1)
            .start()
    private val mailgun =
        MailgunClient.builder(simulator.key()).region(Region.at(simulator.baseUrl())).build()

    @BeforeEach
    fun seed() {
        simulator.reset()
        simulator.domains().add("one.example.com")
        simulator.domains().add("two.example.com")
        simulator.ips().addDedicated("198.51.100.1", "198.51.100.2", "198.51.100.3")
    }

    @AfterAll
    fun close() {
        mailgun.close()
        simulator.close()
    }

    @Test
    fun `addresses are listed and linked to a subaccount`(): Unit = runBlocking {
        val ips = IpsApi(mailgun)

        val dedicated = ips.list(IpFilter.all().dedicated(true)).pages().awaitFirst().body()
        val linked =
            ips.changeSubaccounts(SubaccountIpChange.of("shop").link(dedicated.items.first()))
                .awaitSingle()
        val users =
            ips.listDetails(IpDetailFilter.all().ip("198.51.100.1"))
                .asFlow()
                .map { it.accountId }
                .toList()

        assertThat(dedicated.details.map { it.isOnWarmup }).containsOnly(false)
        assertThat(linked.isQueued).isFalse()
        assertThat(users).containsExactly("parent", "shop")
    }

    @Test
    fun `a domain sends from a pool until it is unlinked`(): Unit = runBlocking {
        val pools = IpPoolsApi(mailgun)
        val domains = DomainIpsApi(mailgun)

        val pool =
            pools
                .create(NewIpPool.of("receipts", "What customers wait for").ip("198.51.100.1"))
                .awaitSingle()
                .poolId
        listOf("one.example.com", "two.example.com").forEach {
            domains.linkPool(it, pool).awaitSingle()
        }
        val linked = pools.listDomains(pool).asFlow().map { it.name }.toList()
        domains
            .remove("one.example.com", DomainIpRemoval.ofLinkedPool(IpReplacement.ofSharedIp()))
            .awaitSingle()

        assertThat(linked).containsExactly("one.example.com", "two.example.com")
        assertThat(domains.list("one.example.com").asFlow().toList()).containsExactly("192.0.2.1")
        assertThat(domains.list("two.example.com").asFlow().toList())
            .containsExactly("198.51.100.1")
        assertThat(pools.get(pool).awaitSingle().details.linkedDomains)
            .containsExactly("two.example.com")
    }

    @Test
    fun `a pool is delegated and listed with its subaccount`(): Unit = runBlocking {
        val pools = IpPoolsApi(mailgun)
        val pool = pools.create(NewIpPool.of("offers", "What can wait")).awaitSingle().poolId

        pools.delegate(pool, "shop").awaitSingle()
        val delegations = SubaccountIpPoolsApi(mailgun).list().asFlow().toList()
        val inherited = IpPoolsApi(mailgun.onBehalfOf("shop")).list().asFlow().single()

        assertThat(delegations.map { it.poolId to it.subaccountId }).containsExactly(pool to "shop")
        assertThat(inherited.isInherited).isTrue()
    }

    @Test
    fun `domains move between dynamic pools, page after page`(): Unit = runBlocking {
        val pools = DynamicIpPoolsApi(mailgun)
        pools
            .replaceIps(
                DynamicPoolIps.empty()
                    .goodReputation("198.51.100.1")
                    .poorReputation("198.51.100.2")
                    .newSenders("198.51.100.3")
            )
            .awaitSingle()
        listOf("one.example.com", "two.example.com").forEach {
            pools.enroll(it, "shared").awaitSingle()
        }
        simulator.ips().reputation("one.example.com", 0.25, 0.0, 5000)
        pools.overridePool("two.example.com", DynamicPool.GOOD).awaitSingle()

        val assigned =
            pools
                .listDomains(DynamicPoolDomainFilter.all())
                .asFlow()
                .map { it.name to it.pool }
                .toList()
        val moves =
            pools.listMoves(DynamicPoolHistoryFilter.all()).asFlow().map { it.newBand }.toList()

        assertThat(assigned)
            .containsExactly(
                "one.example.com" to DynamicPool.POOR,
                "two.example.com" to DynamicPool.GOOD,
            )
        assertThat(moves).containsExactly(DynamicPool.GOOD, DynamicPool.POOR)
    }

    @Test
    fun `a warm-up is started, read and cancelled`(): Unit = runBlocking {
        val warmups = IpWarmupsApi(mailgun)

        warmups.start("198.51.100.1").awaitSingle()
        warmups.start("198.51.100.2").awaitSingle()
        val listed = warmups.list().asFlow().map { it.ip }.toList()
        val details = warmups.get("198.51.100.1").awaitSingle().details
        warmups.cancel("198.51.100.1").awaitSingle()

        assertThat(listed).containsExactly("198.51.100.1", "198.51.100.2")
        assertThat(details.stage to details.totalStages).isEqualTo(1 to 15)
        val error = assertThrows<ErrorStatusException> { warmups.get("198.51.100.1").awaitSingle() }
        assertThat(error.isNotFound).isTrue()
    }
}
