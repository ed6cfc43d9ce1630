package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.routes.ForwardFilter
import io.github.mailgunreactor.routes.ForwardsApi
import io.github.mailgunreactor.routes.NewForward
import io.github.mailgunreactor.routes.NewRoute
import io.github.mailgunreactor.routes.RouteAction
import io.github.mailgunreactor.routes.RouteChange
import io.github.mailgunreactor.routes.RouteExpression
import io.github.mailgunreactor.routes.RoutesApi
import io.github.mailgunreactor.simulator.IncomingMessage
import io.github.mailgunreactor.simulator.Simulator
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.reactor.awaitSingleOrNull
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesKotlinIT {
    private val simulator = Simulator.start()
    private val mailgun =
        MailgunClient.builder(simulator.key()).region(Region.at(simulator.baseUrl())).build()
    private val routes = RoutesApi(mailgun)

    @BeforeEach
    fun reset() {
        simulator.reset()
        simulator.domains().add("example.com")
    }

    @AfterAll
    fun close() {
        mailgun.close()
        simulator.close()
    }

    @Test
    fun `a route is created, changed and found`() =
        runBlocking<Unit> {
            val forward = RouteAction.forward("""\1@example.org""")
            val sales = RouteExpression.matchRecipient("""(.*)\+sales@example\.com""")
            val route = routes.create(NewRoute.of(sales, forward)).awaitSingle().route

            routes.change(route.id, RouteChange.none().priority(7)).awaitSingle()
            simulator.receive(IncomingMessage.of("ann@x.org", "bob+sales@example.com").text("hi"))

            assertThat(routes.find("bob+sales@example.com").awaitSingle().route.priority)
                .isEqualTo(7)
            assertThat(routes.find("bob@example.com").awaitSingleOrNull()).isNull()
            assertThat(simulator.mailbox().only("bob@example.org").text()).isEqualTo("hi")
        }

    @Test
    fun `a forward may be shown without anything`() =
        runBlocking<Unit> {
            val forwards = ForwardsApi(mailgun)
            val sales = NewForward.of("sales@example.com").recipients("ann@example.org")
            forwards.create("example.com", sales).awaitSingle()

            val all = forwards.list(ForwardFilter.all().domain("example.com")).asFlow().toList()

            assertThat(all.single().forward?.recipients ?: emptyList())
                .containsExactly("ann@example.org")
        }
}
