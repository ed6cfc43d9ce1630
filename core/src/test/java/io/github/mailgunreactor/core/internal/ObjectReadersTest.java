package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

class ObjectReadersTest {
    /** Not the common pool, which may have a single thread. */
    private static final Executor THREAD_OF_ITS_OWN = work -> new Thread(work).start();

    record Item(String id) {}

    record Slow(String id) {}

    @Test
    void aReaderReadsItsType() {
        ObjectReaders readers = new ObjectReaders(new JsonMapper());

        assertThat(read(readers.of(Item.class, null), "{\"id\":\"1\"}")).isEqualTo(new Item("1"));
        assertThat(read(readers.of(List.class, Item.class), "[{\"id\":\"1\"}]")).isEqualTo(List.of(new Item("1")));
        assertThat(read(readers.of(Map.class, Item.class), "{\"a\":{\"id\":\"1\"}}"))
                .isEqualTo(Map.of("a", new Item("1")));
    }

    @Test
    void aGenericTypeHasAReaderForEachArgument() {
        ObjectReaders readers = new ObjectReaders(new JsonMapper());

        assertThat(read(readers.of(List.class, null), "[\"1\"]")).isEqualTo(List.of("1"));
        assertThat(read(readers.of(List.class, Long.class), "[\"1\"]")).isEqualTo(List.of(1L));
        assertThat(read(readers.of(List.class, Integer.class), "[\"1\"]")).isEqualTo(List.of(1));
        assertThat(read(readers.of(List.class, null), "[\"1\"]")).isEqualTo(List.of("1"));
    }

    @Test
    @Timeout(20)
    void whoWantsAReaderThatThereIsDoesNotWaitForAnother() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ObjectReaders readers = new ObjectReaders(JsonMapper.builder()
                .addModule(new SimpleModule() {
                    @Override
                    public void setupModule(SetupContext context) {
                        context.addDeserializers(new Waiting(asked, go));
                    }
                })
                .build());
        ObjectReader ofItem = readers.of(Item.class, null);
        ObjectReader ofItems = readers.of(List.class, Item.class);

        CompletableFuture<ObjectReader> slow =
                CompletableFuture.supplyAsync(() -> readers.of(Slow.class, null), THREAD_OF_ITS_OWN);
        try {
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<List<ObjectReader>> known = CompletableFuture.supplyAsync(
                    () -> List.of(readers.of(Item.class, null), readers.of(List.class, Item.class)), THREAD_OF_ITS_OWN);
            assertThat(known.get(10, TimeUnit.SECONDS)).containsExactly(ofItem, ofItems);
            assertThat(slow).isNotDone();
        } finally {
            go.countDown();
        }
        assertThat(slow.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    private static Object read(ObjectReader reader, String json) {
        return reader.readValue(json);
    }

    /** Takes its time to find a reader of {@link Slow}. */
    private static final class Waiting extends Deserializers.Base {
        private final CountDownLatch asked;
        private final CountDownLatch go;

        Waiting(CountDownLatch asked, CountDownLatch go) {
            this.asked = asked;
            this.go = go;
        }

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            if (type.hasRawClass(Slow.class)) {
                asked.countDown();
                try {
                    go.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            return null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return false;
        }
    }
}
