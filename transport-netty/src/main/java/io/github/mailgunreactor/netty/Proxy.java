package io.github.mailgunreactor.netty;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import reactor.netty.transport.ProxyProvider;

/** The way out through a proxy. Not a record, for its password would be printed. */
final class Proxy {
    private final ProxyProvider.Proxy type;
    private final InetSocketAddress address;
    private final @Nullable String user;
    private final @Nullable String password;

    Proxy(ProxyProvider.Proxy type, InetSocketAddress address, @Nullable String user, @Nullable String password) {
        this.type = type;
        this.address = address;
        this.user = user;
        this.password = password;
    }

    void configure(ProxyProvider.TypeSpec spec, long connectTimeoutMillis) {
        ProxyProvider.Builder builder =
                spec.type(type).socketAddress(address).connectTimeoutMillis(connectTimeoutMillis);
        if (user != null && password != null) {
            builder.username(user).password(ignored -> password);
        }
    }
}
