package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.accounts.AccountApi
import io.github.mailgunreactor.accounts.AccountChange
import io.github.mailgunreactor.accounts.HttpSigningKeyApi
import io.github.mailgunreactor.accounts.SandboxRecipientsApi
import io.github.mailgunreactor.accounts.SubaccountFilter
import io.github.mailgunreactor.accounts.SubaccountStatus
import io.github.mailgunreactor.accounts.SubaccountsApi
import io.github.mailgunreactor.accounts.UsersApi
import io.github.mailgunreactor.core.ErrorStatusException
import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.simulator.Simulator
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.assertThrows

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsKotlinIT {
    private val simulator = Simulator.start()
    private val mailgun =
        MailgunClient.builder(simulator.key()).region(Region.at(simulator.baseUrl())).build()

    @AfterAll
    fun close() {
        mailgun.close()
        simulator.close()
    }

    @Test
    fun `a subaccount is made, disabled, listed and deleted in coroutines`(): Unit = runBlocking {
        val subaccounts = SubaccountsApi(mailgun)

        val shop = subaccounts.create("Shop").awaitSingle().subaccount
        subaccounts.disable(shop.id).awaitSingle()
        val disabled =
            subaccounts.list(SubaccountFilter.all().enabled(false).closed(false)).asFlow().toList()
        subaccounts.delete(shop.id).awaitSingle()

        assertThat(disabled.map { it.id to it.status })
            .containsExactly(shop.id to SubaccountStatus.DISABLED)
    }

    @Test
    fun `a subaccount that is not there is an error`() {
        val error =
            assertThrows<ErrorStatusException> {
                runBlocking { SubaccountsApi(mailgun).get("none").awaitSingle() }
            }

        assertThat(error.status()).isEqualTo(404)
    }

    @Test
    fun `what is of the account reads as properties`(): Unit = runBlocking {
        AccountApi(mailgun).change(AccountChange.none().name("Acme")).awaitSingle()
        val invited = SandboxRecipientsApi(mailgun).add("ada@example.org").awaitSingle().recipient
        val key = HttpSigningKeyApi(mailgun).regenerate().awaitSingle().key
        val owner = UsersApi(mailgun).list().asFlow().toList().single()

        assertThat(invited.activated).isFalse()
        assertThat(key?.reveal()).isEqualTo(simulator.account().signingKey())
        assertThat(owner.isMaster).isTrue()
    }
}
