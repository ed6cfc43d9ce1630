package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.JsonMapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/** Settings of a {@link MailgunClient}. Everything has a default but the credentials. */
public final class MailgunClientBuilder {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    private final Credentials credentials;
    private final List<Interceptor> interceptors = new ArrayList<>();
    private Region region = Region.US;
    private @Nullable RegionRouter router;
    private @Nullable Transport transport;
    private Duration timeout = DEFAULT_TIMEOUT;
    private RetryPolicy retry = RetryPolicy.defaults();
    private ClientClock clock = ClientClock.system();
    private String userAgent = defaultUserAgent();
    private JsonMapping json = JsonMapping.LENIENT;

    MailgunClientBuilder(Credentials credentials) {
        this.credentials = Objects.requireNonNull(credentials, "credentials must not be null");
    }

    /** The region of calls that no router decides. Default: {@link Region#US}. */
    public MailgunClientBuilder region(Region region) {
        this.region = Objects.requireNonNull(region, "region must not be null");
        return this;
    }

    /** Picks the region of calls about a sending domain. Default: none, all calls go to the client's region. */
    public MailgunClientBuilder router(RegionRouter router) {
        this.router = Objects.requireNonNull(router, "router must not be null");
        return this;
    }

    /**
     * The transport to use, with settings of its own or shared by several clients; whoever opened it closes it. Default:
     * the one on the class path with its default settings, closed with the client.
     */
    public MailgunClientBuilder transport(Transport transport) {
        this.transport = Objects.requireNonNull(transport, "transport must not be null");
        return this;
    }

    /** Adds an interceptor, inside of those added before. */
    public MailgunClientBuilder interceptor(Interceptor interceptor) {
        interceptors.add(Objects.requireNonNull(interceptor, "interceptor must not be null"));
        return this;
    }

    /**
     * How long a call may take from subscription to the last byte of its response, all attempts and the waits between them
     * included, and waits of the router, the credentials and interceptors too. Each page of a
     * listing is a call of its own. It does not apply to uploads from disk or from a publisher, nor to downloads: an
     * {@link Operation#timeout} does.
     *
     * @param timeout 1 ms to 24 hours; default 60 seconds
     */
    public MailgunClientBuilder timeout(Duration timeout) {
        this.timeout = Arguments.requireRange("timeout", timeout, Duration.ofMillis(1), Duration.ofHours(24));
        return this;
    }

    /** When a call is tried again. Default: {@link RetryPolicy#defaults()}. */
    public MailgunClientBuilder retry(RetryPolicy retry) {
        this.retry = Objects.requireNonNull(retry, "retry must not be null");
        return this;
    }

    /**
     * Gives the time, and times the waits between attempts: for tests, with a virtual one. Default: Reactor's parallel
     * scheduler, and a clock that setting the machine's time does not move.
     */
    public MailgunClientBuilder scheduler(Scheduler scheduler) {
        this.clock = ClientClock.of(Objects.requireNonNull(scheduler, "scheduler must not be null"));
        return this;
    }

    /** What the client calls itself. Default: {@code mailgun-reactor/} and its version. */
    public MailgunClientBuilder userAgent(String userAgent) {
        this.userAgent = Headers.requireText("userAgent", userAgent);
        return this;
    }

    /**
     * Makes a response with a field that the library does not know an {@link UnreadableResponseException}: for tests that
     * want to notice what Mailgun added. Default: such fields are passed over.
     */
    public MailgunClientBuilder failOnUnknownFields() {
        this.json = JsonMapping.STRICT;
        return this;
    }

    /**
     * Builds the client.
     *
     * @throws IllegalStateException if no transport was given and there is none on the class path
     */
    public MailgunClient build() {
        Transport chosen = transport;
        ClientSettings settings = new ClientSettings(
                chosen == null ? open() : chosen,
                credentials,
                List.copyOf(interceptors),
                timeout,
                retry,
                clock,
                userAgent,
                json);
        return new MailgunClient(settings, ClientView.of(settings, region, router), chosen == null);
    }

    private static Transport open() {
        ClassLoader own = MailgunClientBuilder.class.getClassLoader();
        return ServiceLoader.load(TransportProvider.class)
                .findFirst()
                .or(() -> ServiceLoader.load(TransportProvider.class, own).findFirst())
                .orElseThrow(() -> new IllegalStateException("there is no transport on the class path:"
                        + " add io.github.mailgun-reactor:mailgun-reactor-transport-netty,"
                        + " or pass one to MailgunClientBuilder.transport"))
                .open();
    }

    private static String defaultUserAgent() {
        String version = MailgunClient.class.getPackage().getImplementationVersion();
        return "mailgun-reactor/" + (version == null ? "development" : version);
    }
}
