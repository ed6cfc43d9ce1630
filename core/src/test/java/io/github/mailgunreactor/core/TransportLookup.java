package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a provider of one transport on the class path of this thread, until it is closed. */
final class TransportLookup implements AutoCloseable {
    private static @Nullable TransportLookup current;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final Transport transport;
    private final String services;
    private int opened;

    private TransportLookup(Transport transport, String services) {
        this.transport = transport;
        this.services = services;
    }

    static TransportLookup finding(Transport transport) {
        return finding(transport, Provider.class.getName());
    }

    /** Before it stand providers of another version of this library, say, which cannot be loaded. */
    static TransportLookup findingBehindUnusable(int count, Transport transport) {
        StringBuilder services = new StringBuilder();
        for (int i = 0; i < count; i++) {
            services.append("no.such.Provider").append(i).append('\n');
        }
        return finding(transport, services.append(Provider.class.getName()).toString());
    }

    private static TransportLookup finding(Transport transport, String services) {
        TransportLookup lookup = new TransportLookup(transport, services);
        current = lookup;
        Thread.currentThread().setContextClassLoader(new WithProvider(lookup.before));
        return lookup;
    }

    int opened() {
        return opened;
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
        current = null;
    }

    /** What the service file names. */
    public static final class Provider implements TransportProvider {
        @Override
        public Transport open() {
            TransportLookup lookup = Objects.requireNonNull(current);
            lookup.opened++;
            return lookup.transport;
        }
    }

    private static final class WithProvider extends ClassLoader {
        WithProvider(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals("META-INF/services/" + TransportProvider.class.getName())
                    ? Collections.enumeration(Collections.singleton(serviceFile()))
                    : super.getResources(name);
        }

        @SuppressWarnings("deprecation") // what replaces it came with Java 20
        private static URL serviceFile() throws IOException {
            return new URL("memory", "", -1, "provider", new InMemory());
        }
    }

    private static final class InMemory extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(
                            Objects.requireNonNull(current).services.getBytes(StandardCharsets.UTF_8));
                }
            };
        }
    }
}
