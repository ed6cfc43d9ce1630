package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.core.ErrorStatusException
import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.mailinglists.ListAccessLevel
import io.github.mailgunreactor.mailinglists.ListMemberChange
import io.github.mailgunreactor.mailinglists.ListMemberFilter
import io.github.mailgunreactor.mailinglists.ListMembersApi
import io.github.mailgunreactor.mailinglists.MailingListsApi
import io.github.mailgunreactor.mailinglists.NewListMember
import io.github.mailgunreactor.mailinglists.NewMailingList
import io.github.mailgunreactor.mailinglists.OnPresentMember
import io.github.mailgunreactor.simulator.Simulator
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactive.asPublisher
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.assertThrows

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailingListsKotlinIT {
    private val list = "news@example.com"
    private val simulator = Simulator.start()
    private val mailgun =
        MailgunClient.builder(simulator.key()).region(Region.at(simulator.baseUrl())).build()
    private val lists = MailingListsApi(mailgun)
    private val members = ListMembersApi(mailgun)

    @BeforeEach
    fun reset() =
        runBlocking<Unit> {
            simulator.reset()
            simulator.domains().add("example.com")
            lists.create(NewMailingList.of(list).accessLevel(ListAccessLevel.MEMBERS)).awaitSingle()
        }

    @AfterAll
    fun close() {
        mailgun.close()
        simulator.close()
    }

    @Test
    fun `a flow of any length is added`() =
        runBlocking<Unit> {
            val many = (1..2500).asFlow().map { NewListMember.of("user$it@example.com") }

            val results =
                members.addAll(list, many.asPublisher(), OnPresentMember.KEEP).asFlow().toList()

            assertThat(results.mapNotNull { it.value?.taskId }).hasSize(3)
            assertThat(lists.get(list).awaitSingle().list.membersCount).isEqualTo(2500)
        }

    @Test
    fun `a member reads as properties`() =
        runBlocking<Unit> {
            val ann = NewListMember.of("ann@example.com").vars(mapOf("city" to "Ulm"))
            members.add(list, ann, OnPresentMember.UPDATE).awaitSingle()
            val change = ListMemberChange.none().subscribed(false)

            val member = members.change(list, "ann@example.com", change).awaitSingle().member

            assertThat(member.subscribed ?: true).isFalse()
            assertThat(member.vars?.get("city")).isEqualTo("Ulm")
            val subscribed = members.list(list, ListMemberFilter.all().subscribed(true))
            assertThat(subscribed.asFlow().toList()).isEmpty()
        }

    @Test
    fun `a member that is not there is an error`() {
        val error =
            assertThrows<ErrorStatusException> {
                runBlocking { members.get(list, "ann@example.com").awaitSingle() }
            }

        assertThat(error.isNotFound).isTrue()
    }
}
