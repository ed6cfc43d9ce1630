package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.analytics.Dimension
import io.github.mailgunreactor.analytics.Filter
import io.github.mailgunreactor.analytics.FilterComparator
import io.github.mailgunreactor.analytics.LogAttribute
import io.github.mailgunreactor.analytics.TimeRange
import io.github.mailgunreactor.analytics.logs.LogEvent
import io.github.mailgunreactor.analytics.logs.LogsApi
import io.github.mailgunreactor.analytics.logs.LogsQuery
import io.github.mailgunreactor.analytics.logs.TailPosition
import io.github.mailgunreactor.analytics.metrics.Metric
import io.github.mailgunreactor.analytics.metrics.MetricsApi
import io.github.mailgunreactor.analytics.metrics.MetricsQuery
import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.events.EventType
import io.github.mailgunreactor.simulator.Simulator
import java.time.Duration
import java.time.Instant
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalyticsKotlinIT {
    private val simulator = Simulator.start()
    private val mailgun =
        MailgunClient.builder(simulator.key()).region(Region.at(simulator.baseUrl())).build()

    @BeforeEach
    fun send() {
        simulator.reset()
        simulator.traffic().message("example.com", "ada@gmail.com").accepted().delivered().opened()
    }

    @AfterAll
    fun close() {
        mailgun.close()
        simulator.close()
    }

    @Test
    fun `metrics are a flow of items with typed values`() =
        runBlocking<Unit> {
            val query =
                MetricsQuery.of(Metric.DELIVERED_COUNT, Metric.OPENED_RATE)
                    .timeRange(TimeRange.last(Duration.ofDays(1)))
                    .groupBy(Dimension.DOMAIN)
                    .filter(Filter.of(Dimension.DOMAIN, FilterComparator.EQUALS, "example.com"))

            val item = MetricsApi(mailgun).list(query).asFlow().first()

            assertThat(item.value(Dimension.DOMAIN)).isEqualTo("example.com")
            assertThat(item.metrics?.count(Metric.DELIVERED_COUNT)).isEqualTo(1)
            assertThat(item.metrics?.rate(Metric.OPENED_RATE)).isEqualByComparingTo("1")
        }

    @Test
    fun `logs are a flow of entries`() =
        runBlocking<Unit> {
            val query =
                LogsQuery.all()
                    .filter(Filter.of(LogAttribute.EVENT, FilterComparator.EQUALS, "delivered"))

            val entries = LogsApi(mailgun).list(query).asFlow().map { it.recipient }.toList()

            assertThat(entries).containsExactly("ada@gmail.com")
        }

    @Test
    fun `a tail goes on from a position that was kept`() =
        runBlocking<Unit> {
            val tail =
                LogsApi(mailgun).tail(LogsQuery.all().events(LogEvent.DELIVERED, LogEvent.OPENED))

            val first = tail.from(Instant.EPOCH).asFlow().first()
            val kept = first.position.text()
            val second = tail.from(TailPosition.parse(kept)).asFlow().first()

            assertThat(listOf(first, second).map { it.event.type })
                .containsExactlyInAnyOrder(EventType.DELIVERED, EventType.OPENED)
        }
}
