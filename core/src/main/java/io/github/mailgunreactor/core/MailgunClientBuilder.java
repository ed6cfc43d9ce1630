package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.JsonMapping;
import io.github.mailgunreactor.core.observation.UnreadableValueListener;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/** Settings of a {@link MailgunClient}. Everything has a default but the credentials. */
public final class MailgunClientBuilder {
    private static final int MOST_PROVIDERS = 100;

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    private final Credentials credentials;
    private final List<Interceptor> interceptors = new ArrayList<>();
    private Region region = Region.US;
    private @Nullable RegionRouter router;
    private @Nullable Transport transport;
    private Duration timeout = DEFAULT_TIMEOUT;
    private RetryPolicy retry = RetryPolicy.defaults();
    private ClientClock clock = ClientClock.system();
    private String userAgent = "mailgun-reactor/" + MailgunClient.version();
    private boolean failOnUnknownFields;
    private OnUnreadableItem onUnreadableItem = OnUnreadableItem.FAIL;
    private final List<UnreadableValueListener> unreadableValueListeners = new ArrayList<>();

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
     * Tells the listener, too, where responses have something that cannot be read and was therefore taken for absent: once for
     * each path template and field. Default: nobody is told; {@link Response#unreadableFields()} tells of each response.
     */
    public MailgunClientBuilder unreadableValueListener(UnreadableValueListener listener) {
        unreadableValueListeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * What a listing does about an item that could not be read, as a field that identifies it is missing. Default:
     * {@link OnUnreadableItem#FAIL}, so that nothing is missing from a list without its reader knowing.
     */
    public MailgunClientBuilder onUnreadableItem(OnUnreadableItem decision) {
        this.onUnreadableItem = Objects.requireNonNull(decision, "decision");
        return this;
    }

    /**
     * Makes a response with a field that the library does not know, or a value that it cannot read, an
     * {@link UnreadableResponseException}: for tests that want to notice what Mailgun added or changed. Default: both are
     * passed over.
     */
    public MailgunClientBuilder failOnUnknownFields() {
        this.failOnUnknownFields = true;
        return this;
    }

    /**
     * Builds the client.
     *
     * <p>The first in a process finds its transport by reading the class path, and the transport looks there for what does not
     * fit: that blocks. Build it when the application starts, and not on an event loop, where BlockHound refuses it. Calls and
     * views block nothing.
     *
     * @throws IllegalStateException if no transport was given and there is none on the class path, or if one was found that
     *     cannot work with the versions that are there (the transport on Netty says which, and how to repair that)
     */
    public MailgunClient build() {
        Transport chosen = transport;
        // Before all else: a transport looks at the class path, and JSON may not even load where that is broken.
        Transport used = chosen == null ? open() : chosen;
        JsonMapping json = failOnUnknownFields ? JsonMapping.STRICT : JsonMapping.LENIENT;
        ClientSettings settings = new ClientSettings(
                used,
                credentials,
                List.copyOf(interceptors),
                timeout,
                retry,
                clock,
                userAgent,
                new ResponseReading(json, onUnreadableItem, unreadableValueListeners));
        return new MailgunClient(settings, ClientView.of(settings, region, router), chosen == null);
    }

    /** By the thread's class loader first, which may know a provider that is none to us, and by our own then. */
    private static Transport open() {
        List<ServiceConfigurationError> unusable = new ArrayList<>();
        TransportProvider provider = provider(ServiceLoader.load(TransportProvider.class), unusable);
        if (provider == null) {
            ClassLoader own = MailgunClientBuilder.class.getClassLoader();
            provider = provider(ServiceLoader.load(TransportProvider.class, own), unusable);
        }
        if (provider == null) {
            throw new IllegalStateException(
                    "there is no transport on the class path:"
                            + " add io.github.mailgun-reactor:mailgun-reactor-transport-netty,"
                            + " or pass one to MailgunClientBuilder.transport",
                    unusable.isEmpty() ? null : unusable.get(0));
        }
        return provider.open();
    }

    private static @Nullable TransportProvider provider(
            ServiceLoader<TransportProvider> loader, List<ServiceConfigurationError> unusable) {
        Iterator<TransportProvider> providers = loader.iterator();
        for (int attempts = 0; attempts < MOST_PROVIDERS; attempts++) {
            try {
                return providers.hasNext() ? providers.next() : null;
            } catch (ServiceConfigurationError notThisOne) {
                unusable.add(notThisOne);
            }
        }
        return null;
    }
}
