package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of clients and transport. What is not set is as the library has it by default; what is out of range ends the start
 * with the property's name.
 *
 * @param enabled Whether there are any beans of Mailgun Reactor. Default true.
 * @param apiKey Primary account, account or domain sending key. A bean of type Credentials takes precedence.
 * @param region Where the account's domains are: us, eu, or the base URL of a simulator or gateway. Default us.
 * @param regions Regions of single sending domains, for accounts with domains in both: mailgun.regions[example.com]=eu.
 * @param onBehalfOf Id of the subaccount to act for.
 * @param timeout How long a call may take, all attempts and waits included: 1 ms to 24 hours. Default 60 seconds.
 * @param callLog Whether to log calls, with their path templates, under io.github.mailgunreactor. Default false.
 * @param retry When a call is tried again.
 * @param pool The pool of connections.
 * @param transport Timeouts and bounds of connections.
 * @param rateLimiter Whether calls wait for Mailgun's rate limits before they are sent.
 * @param clients Further clients by name: other accounts, regions or subaccounts.
 * @param mail The JavaMailSender.
 * @param webhooks Receiving webhooks.
 * @param observations Timers, traces and gauges.
 * @param problemDetails Errors of Mailgun as problem details of the application's own responses.
 * @param redis What several instances share on Redis.
 */
@ConfigurationProperties("mailgun")
public record MailgunProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable Secret apiKey,
        @Nullable Region region,
        @DefaultValue Map<String, Region> regions,
        @Nullable String onBehalfOf,
        @Nullable Duration timeout,
        @DefaultValue("false") boolean callLog,
        @DefaultValue Retry retry,
        @DefaultValue Pool pool,
        @DefaultValue Connections transport,
        @DefaultValue Limiter rateLimiter,
        @DefaultValue Map<String, Client> clients,
        @DefaultValue Mail mail,
        @DefaultValue Webhooks webhooks,
        @DefaultValue Switch observations,
        @DefaultValue OptIn problemDetails,
        @DefaultValue Redis redis) {

    /**
     * When a call is tried again.
     *
     * @param maxAttempts How often a call is tried, the first time included: 1 to 20. Default 3.
     * @param firstBackoff Longest wait before the second attempt, doubled for each further one: 1 ms to 1 minute. Default 200 ms.
     * @param longestBackoff Longest wait before any attempt: up to 10 minutes. Default 10 seconds.
     */
    public record Retry(
            @Nullable Integer maxAttempts,
            @Nullable Duration firstBackoff,
            @Nullable Duration longestBackoff) {}

    /**
     * The pool of connections, one for each server.
     *
     * @param name Name of the pool in metrics and thread names. Default mailgun.
     * @param maxConnections How many connections to one server may be open: 1 to 10000. Default 100.
     * @param maxPendingAcquires How many calls to one server may wait for a connection: 0 to 1000000. Default 1000.
     * @param acquireTimeout How long a call waits for a connection: 1 ms to 10 minutes. Default 10 seconds.
     * @param maxIdleTime How long an unused connection is kept: 1 ms to 1 hour. Default 30 seconds.
     * @param maxLifeTime How old a connection may become: 1 second to 24 hours. Default 5 minutes.
     */
    public record Pool(
            @Nullable String name,
            @Nullable Integer maxConnections,
            @Nullable Integer maxPendingAcquires,
            @Nullable Duration acquireTimeout,
            @Nullable Duration maxIdleTime,
            @Nullable Duration maxLifeTime) {}

    /**
     * Timeouts and bounds of connections.
     *
     * @param connectTimeout How long opening a connection may take: 1 ms to 5 minutes. Default 5 seconds.
     * @param responseTimeout How long the server may be silent: 1 ms to 1 hour. Default 30 seconds.
     * @param closeGracePeriod How long calls in flight may take when the application ends: 0 to 10 minutes. Default 5 seconds.
     * @param ioThreads How many event loops of its own the transport has: 1 to 256. Default one per processor, at least 2.
     * @param gzip Whether responses may come compressed. Default true.
     * @param wireLog Whether to log the traffic without any secret, at DEBUG under io.github.mailgunreactor.netty.wire. Default false.
     */
    public record Connections(
            @Nullable Duration connectTimeout,
            @Nullable Duration responseTimeout,
            @Nullable Duration closeGracePeriod,
            @Nullable Integer ioThreads,
            @Nullable Boolean gzip,
            @Nullable Boolean wireLog) {}

    /**
     * Whether calls wait for Mailgun's rate limits before they are sent.
     *
     * @param enabled Whether calls wait before they are sent. A bean of type RateBudget is shared with other processes. Default false.
     * @param longestWait How long a call may wait: 0 to 1 hour.
     * @param maxWaiting How many calls may wait: 0 to 1000000.
     */
    public record Limiter(
            @DefaultValue("false") boolean enabled,
            @Nullable Duration longestWait,
            @Nullable Integer maxWaiting) {}

    /**
     * One more client.
     *
     * @param apiKey Its API key. Default that of the first client.
     * @param region Its region. Default that of the first client.
     * @param onBehalfOf Id of the subaccount to act for. Default none.
     * @param timeout How long its calls may take. Default that of the first client.
     */
    public record Client(
            @Nullable Secret apiKey,
            @Nullable Region region,
            @Nullable String onBehalfOf,
            @Nullable Duration timeout) {}

    /**
     * The JavaMailSender.
     *
     * @param enabled Whether there is a JavaMailSender, where the application has no other. Default true.
     * @param domain Sending domain. Default the domain of each message's sender.
     * @param from Sender of messages that name none.
     */
    public record Mail(
            @DefaultValue("true") boolean enabled,
            @Nullable String domain,
            @Nullable String from) {}

    /**
     * Receiving webhooks.
     *
     * @param signingKeys HTTP webhook signing keys: one, or during a rotation the old and the new one.
     * @param maxAge How old a delivery may be. Default as the verifier has it.
     * @param timeout How long the handler may take: 1 ms to 1 minute. Default 10 seconds.
     * @param path Where a WebFlux application takes webhooks: starts with a slash, best one that nobody can guess. Default nowhere.
     */
    public record Webhooks(
            @DefaultValue List<Secret> signingKeys,
            @Nullable Duration maxAge,
            @Nullable Duration timeout,
            @Nullable String path) {}

    /**
     * What several instances share on Redis.
     *
     * @param enabled Whether instances share rate limits, handled webhooks, tails and bulk sends. Default false.
     * @param prefix What all keys begin with. Default mailgun:, and two services on one Redis have different ones.
     * @param timeout How long to wait for Redis before it counts as away: 10 ms to 10 seconds. Default 500 ms.
     * @param searchRegions Regions to search for domains whose region nobody named; what one instance found all know. Default none.
     */
    public record Redis(
            @DefaultValue("false") boolean enabled,
            @Nullable String prefix,
            @Nullable Duration timeout,
            @DefaultValue List<Region> searchRegions) {}

    /**
     * What is on unless it is turned off.
     *
     * @param enabled Whether it is on. Default true.
     */
    public record Switch(@DefaultValue("true") boolean enabled) {}

    /**
     * What is off unless it is turned on.
     *
     * @param enabled Whether it is on. Default false.
     */
    public record OptIn(@DefaultValue("false") boolean enabled) {}
}
