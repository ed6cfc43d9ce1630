package io.github.mailgunreactor.netty;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A library that the transport or the client works with, and how to know its version where it runs.
 *
 * @param set the versions that are raised together
 * @param group the group id
 * @param artifact the artifact id
 * @param formerArtifact what the same classes came in before, or {@code null}
 * @param marker a class that has been in it for long
 * @param sign a class, or {@code class#member}, that older ones lack: for jars that do not say their version
 * @param least the oldest version that works
 * @param advised the oldest version without known vulnerabilities that concern it
 * @param required whether calls fail without it
 */
record Companion(
        VersionSet set,
        String group,
        String artifact,
        @Nullable String formerArtifact,
        String marker,
        @Nullable String sign,
        String least,
        String advised,
        boolean required) {

    /** What one property of a platform sets. */
    enum VersionSet {
        NETTY("netty.version", "4.2.18.Final"),
        REACTOR("reactor-bom.version", "2025.0.7"),
        JACKSON("jackson-bom.version", "3.1.8");

        /** The Jackson 2 that has the annotations which Jackson 3 needs. */
        static final String JACKSON_2 = "2.21.4";

        private final String springProperty;

        /** What our BOM brings: a test holds it against that. */
        final String version;

        VersionSet(String springProperty, String version) {
            this.springProperty = springProperty;
            this.version = version;
        }

        static VersionSet of(String artifact) {
            return artifact.startsWith("io.netty:") ? NETTY : artifact.contains("jackson") ? JACKSON : REACTOR;
        }

        /** {@code netty.version=4.2.18.Final}. */
        String property() {
            return springProperty + "=" + version;
        }

        /** {@code <netty.version>4.2.18.Final</netty.version>}. */
        String element() {
            return "<" + springProperty + ">" + version + "</" + springProperty + ">";
        }

        /** {@code extra["netty.version"] = "4.2.18.Final"}. */
        String extra() {
            return "extra[\"" + springProperty + "\"] = \"" + version + "\"";
        }
    }

    private static final String NETTY_LEAST = "4.2.15.Final";
    private static final String REACTOR_CORE = "3.8.7";
    private static final String REACTOR_NETTY = "1.3.7";
    private static final String ANNOTATIONS = "2.21";

    /** Held by the tests of {@code neighbours}: with the least versions calls work, with older ones they do not. */
    static final List<Companion> ALL = List.of(
            netty(
                    "netty-common",
                    "io.netty.util.concurrent.FastThreadLocal",
                    "io.netty.util.concurrent.ThreadAwareExecutor"),
            netty("netty-buffer", "io.netty.buffer.ByteBuf", null),
            netty("netty-transport", "io.netty.channel.Channel", "io.netty.channel.MultiThreadIoEventLoopGroup"),
            netty("netty-resolver", "io.netty.resolver.AddressResolverGroup", null),
            netty("netty-resolver-dns", "io.netty.resolver.dns.DnsNameResolver", null),
            netty("netty-codec-dns", "io.netty.handler.codec.dns.DnsRecord", null),
            netty(
                            "netty-codec-base",
                            "io.netty.handler.codec.ByteToMessageDecoder",
                            "io.netty.handler.codec.DefaultHeaders#containsAny")
                    .formerly("netty-codec"),
            netty("netty-codec-compression", "io.netty.handler.codec.compression.ZlibCodecFactory", null)
                    .formerly("netty-codec"),
            netty(
                    "netty-codec-http",
                    "io.netty.handler.codec.http.HttpClientCodec",
                    "io.netty.handler.codec.http.websocketx.WebSocketFrameMaskGenerator"),
            netty("netty-codec-http2", "io.netty.handler.codec.http2.Http2FrameCodec", null)
                    .optional(),
            netty("netty-codec-socks", "io.netty.handler.codec.socks.SocksMessage", null)
                    .optional(),
            netty("netty-handler", "io.netty.handler.ssl.SslHandler", "io.netty.handler.ssl.OpenSslCredential"),
            netty("netty-handler-proxy", "io.netty.handler.proxy.ProxyHandler", null)
                    .optional(),
            netty("netty-transport-native-unix-common", "io.netty.channel.unix.Socket", null)
                    .optional(),
            netty(
                    "netty-transport-classes-epoll",
                    "io.netty.channel.epoll.Epoll",
                    "io.netty.channel.epoll.EpollIoHandler"),
            netty(
                            "netty-transport-classes-io_uring",
                            "io.netty.channel.uring.IoUring",
                            "io.netty.channel.uring.IoUringIoHandler")
                    .optional(),
            new Companion(
                    VersionSet.REACTOR,
                    "io.projectreactor",
                    "reactor-core",
                    null,
                    "reactor.core.publisher.Mono",
                    "reactor.util.repeat.RepeatSpec",
                    "3.8.6",
                    "3.8.6",
                    true),
            new Companion(
                    VersionSet.REACTOR,
                    "io.projectreactor.netty",
                    "reactor-netty-core",
                    null,
                    "reactor.netty.Connection",
                    "reactor.netty.resources.ConnectionProvider$MeterRegistrar#recordPendingAcquireSuccess",
                    REACTOR_NETTY,
                    REACTOR_NETTY,
                    true),
            new Companion(
                    VersionSet.REACTOR,
                    "io.projectreactor.netty",
                    "reactor-netty-http",
                    null,
                    "reactor.netty.http.client.HttpClient",
                    "reactor.netty.http.client.HttpResponseDecoderSpec#maxDecompressionBufferSize",
                    REACTOR_NETTY,
                    REACTOR_NETTY,
                    true),
            new Companion(
                    VersionSet.JACKSON,
                    "tools.jackson.core",
                    "jackson-core",
                    null,
                    "tools.jackson.core.JsonParser",
                    null,
                    "3.1.0",
                    "3.1.4",
                    true),
            new Companion(
                    VersionSet.JACKSON,
                    "tools.jackson.core",
                    "jackson-databind",
                    null,
                    "tools.jackson.databind.ObjectMapper",
                    "tools.jackson.databind.MapperFeature#INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY",
                    "3.1.0",
                    "3.1.4",
                    true),
            new Companion(
                    VersionSet.JACKSON,
                    "com.fasterxml.jackson.core",
                    "jackson-annotations",
                    null,
                    "com.fasterxml.jackson.annotation.JsonProperty",
                    "com.fasterxml.jackson.annotation.JsonSerializeAs",
                    ANNOTATIONS,
                    ANNOTATIONS,
                    true));

    private static Companion netty(String artifact, String marker, @Nullable String sign) {
        return new Companion(
                VersionSet.NETTY,
                "io.netty",
                artifact,
                null,
                marker,
                sign,
                NETTY_LEAST,
                VersionSet.NETTY.version,
                true);
    }

    private Companion formerly(String artifactId) {
        return new Companion(set, group, artifact, artifactId, marker, sign, least, advised, required);
    }

    private Companion optional() {
        return new Companion(set, group, artifact, formerArtifact, marker, sign, least, advised, false);
    }

    /** The version to have: the one that our BOM brings, where it is the whole set's. */
    String needed() {
        return switch (set) {
            case NETTY -> VersionSet.NETTY.version;
            case REACTOR -> artifact.equals("reactor-core") ? REACTOR_CORE : REACTOR_NETTY;
            case JACKSON -> group.startsWith("tools.") ? VersionSet.JACKSON.version : advised;
        };
    }

    String markerFile() {
        return marker.replace('.', '/') + ".class";
    }

    /** Whether this version comes before that one, by their numbers; what is no number does not count. */
    static boolean isBefore(String version, String other) {
        int[] mine = numbers(version);
        int[] its = numbers(other);
        return Arrays.compare(mine, its) < 0;
    }

    private static int[] numbers(String version) {
        int[] numbers = new int[4];
        String[] parts = version.split("[.-]", -1);
        for (int i = 0; i < Math.min(parts.length, numbers.length); i++) {
            if (!parts[i].matches("[0-9]{1,9}")) {
                break;
            }
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers;
    }
}
