package io.github.mailgunreactor.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class SendIdTest {

    /** Loads the classes of this package anew, as a program does that has just started. */
    private static final class Anew extends URLClassLoader {
        Anew() {
            super(
                    new URL[] {
                        MessagesApi.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    SendIdTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(SendIdTest.class.getPackageName() + '.')) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Test
    void theFirstIdOfAProgramBlocksNoEventLoopOnceTheApiIsThere() throws IOException, ReflectiveOperationException {
        try (Anew anew = new Anew()) {
            anew.loadClass(MessagesApi.class.getName())
                    .getConstructor(MailgunClient.class)
                    .newInstance(FakeTransport.answering().client());
            Class<?> ids = anew.loadClass(SendId.class.getName());

            String id = Mono.fromCallable(
                            () -> String.valueOf(ids.getMethod("random").invoke(null)))
                    .subscribeOn(Schedulers.parallel())
                    .block(Duration.ofSeconds(30));

            assertThat(id).hasSize(32);
        }
    }
}
