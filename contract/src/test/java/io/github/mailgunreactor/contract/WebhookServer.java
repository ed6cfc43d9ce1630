package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.netty.webhooks.WebhookServerRoutes;
import io.github.mailgunreactor.servlet.WebhookServlet;
import io.github.mailgunreactor.webflux.WebhookRouterFunction;
import io.github.mailgunreactor.webhooks.WebhookReceiver;
import java.time.Duration;
import java.util.Objects;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** An application that receives webhooks, in each of the servers that there is a module for. */
record WebhookServer(int port, Runnable stop) implements AutoCloseable {
    private static final Duration SHUTDOWN = Duration.ofSeconds(5);

    /** Which server. */
    enum Kind {
        WEBFLUX {
            @Override
            WebhookServer start(int port, String path, WebhookReceiver receiver) {
                var handler = RouterFunctions.toHttpHandler(WebhookRouterFunction.at(path, receiver));
                return netty(http(port).handle(new ReactorHttpHandlerAdapter(handler)));
            }
        },
        REACTOR_NETTY {
            @Override
            WebhookServer start(int port, String path, WebhookReceiver receiver) {
                return netty(http(port).route(WebhookServerRoutes.at(path, receiver)));
            }
        },
        SERVLET {
            @Override
            WebhookServer start(int port, String path, WebhookReceiver receiver) {
                return tomcat(port, path, new WebhookServlet(receiver));
            }
        };

        /** Starts it on a port, 0 for any. */
        abstract WebhookServer start(int port, String path, WebhookReceiver receiver);
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static HttpServer http(int port) {
        return HttpServer.create().host("127.0.0.1").port(port);
    }

    private static WebhookServer netty(HttpServer http) {
        DisposableServer server = http.bindNow();
        return new WebhookServer(server.port(), () -> server.disposeNow(SHUTDOWN));
    }

    private static WebhookServer tomcat(int port, String path, WebhookServlet servlet) {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Objects.requireNonNull(System.getProperty("java.io.tmpdir")));
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(port);
        tomcat.setSilent(true);
        Context context = tomcat.addContext("", null);
        Wrapper webhooks = Tomcat.addServlet(context, "webhooks", servlet);
        webhooks.setAsyncSupported(true);
        webhooks.addMapping(path);
        try {
            tomcat.start();
        } catch (LifecycleException notStarted) {
            throw new IllegalStateException(notStarted);
        }
        int bound = tomcat.getConnector().getLocalPort();
        return new WebhookServer(bound, () -> {
            try {
                tomcat.stop();
                tomcat.destroy();
            } catch (LifecycleException notStopped) {
                throw new IllegalStateException(notStopped);
            }
        });
    }

    @Override
    public void close() {
        stop.run();
    }
}
