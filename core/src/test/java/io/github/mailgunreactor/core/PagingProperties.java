package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.NumberServer.Pages;
import io.github.mailgunreactor.core.NumberServer.Style;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.SignalType;

/** What holds for a listing whatever its pages, its style, and the way its subscriber demands. */
class PagingProperties {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    @Provide
    Arbitrary<Pages> listings() {
        return Combinators.combine(
                        Arbitraries.of(Style.class),
                        Arbitraries.integers().between(1, 6).list().ofMaxSize(6),
                        Arbitraries.of(true, false))
                .as(Pages::new);
    }

    @Property(tries = 400)
    void everyItemComesOnceInOrderAsItIsDemandedAndCostsNoRequestTooMany(
            @ForAll("listings") Pages pages, @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9) Integer> demands) {
        NumberServer server = NumberServer.atOnce(pages);
        Recorder<Integer> subscriber = new Recorder<>();
        server.list().subscribe(subscriber);
        assertThat(server.requests()).isZero();

        long demanded = 0;
        for (int demand : demands) {
            subscriber.request(demand);
            demanded += demand;
            assertThat(subscriber.items).isEqualTo(pages.upTo(demanded));
            assertThat(server.requests()).isEqualTo(pages.neededFor(demanded));
        }
        subscriber.request(Long.MAX_VALUE);

        assertThat(subscriber.items).isEqualTo(pages.all());
        assertThat(subscriber.end).isEqualTo(SignalType.ON_COMPLETE);
        assertThat(server.requests()).isEqualTo(pages.count());
    }

    @Property(tries = 200)
    void prefetchingGivesTheSameItemsForOneRequestMoreAtMost(
            @ForAll("listings") Pages pages, @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9) Integer> demands) {
        NumberServer server = NumberServer.atOnce(pages);
        Recorder<Integer> subscriber = new Recorder<>();
        server.list().prefetchingOnePage().subscribe(subscriber);

        long demanded = 0;
        for (int demand : demands) {
            subscriber.request(demand);
            demanded += demand;
            assertThat(subscriber.items).isEqualTo(pages.upTo(demanded));
            assertThat(server.requests())
                    .isBetween(pages.neededFor(demanded), Math.min(pages.neededFor(demanded) + 1, pages.count()));
        }
        subscriber.request(Long.MAX_VALUE);

        assertThat(subscriber.items).isEqualTo(pages.all());
        assertThat(subscriber.end).isEqualTo(SignalType.ON_COMPLETE);
        assertThat(server.requests()).isEqualTo(pages.count());
    }

    @Property(tries = 150)
    void answersAndDemandFromDifferentThreadsLoseAndRepeatNothing(
            @ForAll("listings") Pages pages,
            @ForAll boolean prefetching,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9) Integer> demands)
            throws InterruptedException {
        NumberServer server = NumberServer.later(pages);
        Recorder<Integer> subscriber = new Recorder<>();
        (prefetching ? server.list().prefetchingOnePage() : server.list()).subscribe(subscriber);

        demands.forEach(subscriber::request);
        subscriber.request(pages.items() + 1L);
        subscriber.awaitEnd();

        assertThat(subscriber.items).isEqualTo(pages.all());
        assertThat(subscriber.end).isEqualTo(SignalType.ON_COMPLETE);
        assertThat(subscriber.overlaps).isZero();
        assertThat(server.requests()).isEqualTo(pages.count());
    }

    @Property(tries = 200)
    void demandFromWithinASignalIsMetOneByOne(@ForAll("listings") Pages pages, @ForAll boolean prefetching) {
        NumberServer server = NumberServer.atOnce(pages);
        Recorder<Integer> subscriber = new Recorder<>() {
            @Override
            protected void hookOnNext(Integer item) {
                super.hookOnNext(item);
                request(1);
            }
        };
        (prefetching ? server.list().prefetchingOnePage() : server.list()).subscribe(subscriber);

        subscriber.request(1);

        assertThat(subscriber.items).isEqualTo(pages.all());
        assertThat(subscriber.end).isEqualTo(SignalType.ON_COMPLETE);
        assertThat(server.requests()).isEqualTo(pages.count());
    }

    @Property(tries = 200)
    void nothingComesAfterCancellingAtAnyItem(
            @ForAll("listings") Pages pages,
            @ForAll boolean prefetching,
            @ForAll @IntRange(min = 1, max = 40) int cancelAt) {
        NumberServer server = NumberServer.atOnce(pages);
        Recorder<Integer> subscriber = new Recorder<>() {
            @Override
            protected void hookOnNext(Integer item) {
                super.hookOnNext(item);
                if (items.size() == cancelAt) {
                    cancel();
                }
            }
        };
        (prefetching ? server.list().prefetchingOnePage() : server.list()).subscribe(subscriber);

        subscriber.request(Long.MAX_VALUE);
        subscriber.request(3);

        int ahead = prefetching ? 1 : 0;
        assertThat(subscriber.items).isEqualTo(pages.upTo(cancelAt));
        assertThat(subscriber.end).isEqualTo(cancelAt <= pages.items() ? SignalType.CANCEL : SignalType.ON_COMPLETE);
        assertThat(server.requests()).isLessThanOrEqualTo(pages.neededFor(cancelAt) + ahead);
    }

    @Property(tries = 200)
    void takingSomeItemsSendsNoMoreRequestsThanTheyNeed(
            @ForAll("listings") Pages pages, @ForAll @IntRange(min = 1, max = 40) int count) {
        NumberServer server = NumberServer.atOnce(pages);

        List<Integer> taken = server.list().take(count).collectList().block(LONG_ENOUGH);

        assertThat(taken).isEqualTo(pages.upTo(count));
        assertThat(server.requests()).isEqualTo(pages.neededFor(count));
    }

    @Property(tries = 200)
    void subscribersOfTheSameListingDoNotSeeEachOther(
            @ForAll("listings") Pages pages, @ForAll @Size(max = 40) List<Boolean> turns) {
        NumberServer server = NumberServer.atOnce(pages);
        PagedFlux<Integer, Numbers> shared = server.list();
        Recorder<Integer> one = new Recorder<>();
        Recorder<Integer> other = new Recorder<>();
        shared.subscribe(one);
        shared.subscribe(other);

        long demandOfOne = 0;
        for (boolean turn : turns) {
            (turn ? one : other).request(1);
            demandOfOne += turn ? 1 : 0;
        }

        assertThat(one.items).isEqualTo(pages.upTo(demandOfOne));
        assertThat(other.items).isEqualTo(pages.upTo(turns.size() - demandOfOne));
        assertThat(server.requests())
                .isEqualTo(pages.neededFor(demandOfOne) + pages.neededFor(turns.size() - demandOfOne));
    }

    @Property(tries = 200)
    void pagesHoldTheItemsOfTheListingAndComeOnePerDemand(@ForAll("listings") Pages pages) {
        NumberServer server = NumberServer.atOnce(pages);
        Recorder<Page<Integer, Numbers>> subscriber = new Recorder<>();
        server.list().pages().subscribe(subscriber);

        for (int page = 1; page <= pages.count(); page++) {
            assertThat(subscriber.end).isNull();
            subscriber.request(1);
            assertThat(server.requests()).isEqualTo(page);
            assertThat(subscriber.items).hasSize(page);
        }

        assertThat(subscriber.end).isEqualTo(SignalType.ON_COMPLETE);
        assertThat(subscriber.items.stream().flatMap(page -> page.items().stream()))
                .isEqualTo(pages.all());
    }

    @Property(tries = 200)
    void aKeptCursorResumesTheListingWhereItsPageEnded(
            @ForAll("listings") Pages pages, @ForAll @IntRange(min = 1, max = 6) int read) {
        List<Page<Integer, Numbers>> seen = Objects.requireNonNull(NumberServer.atOnce(pages)
                .list()
                .pages()
                .take(read)
                .collectList()
                .block(LONG_ENOUGH));
        String cursor = seen.get(seen.size() - 1).next();
        int consumed = seen.stream().mapToInt(page -> page.items().size()).sum();
        if (cursor == null) {
            assertThat(consumed).isEqualTo(pages.items());
            return;
        }

        NumberServer later = NumberServer.atOnce(pages);
        List<Integer> rest = later.list().startingAt(cursor).collectList().block(LONG_ENOUGH);

        assertThat(rest).isEqualTo(pages.all().subList(consumed, pages.items()));
        assertThat(later.requests()).isEqualTo(pages.count() - seen.size());
    }

    @Property(tries = 200)
    void aFailureComesAfterTheItemsOfThePagesBeforeIt(
            @ForAll("listings") Pages pages,
            @ForAll boolean prefetching,
            @ForAll @IntRange(min = 0, max = 5) int failsAt) {
        int failing = Math.min(failsAt, pages.count() - 1);
        NumberServer server = NumberServer.failingAt(pages, failing);
        Recorder<Integer> subscriber = new Recorder<>();
        (prefetching ? server.list().prefetchingOnePage() : server.list()).subscribe(subscriber);

        subscriber.request(pages.firstOf(failing));
        assertThat(subscriber.items).isEqualTo(pages.upTo(pages.firstOf(failing)));
        subscriber.request(1);

        assertThat(subscriber.items).isEqualTo(pages.upTo(pages.firstOf(failing)));
        assertThat(subscriber.error).isInstanceOf(ErrorStatusException.class);
        assertThat(server.requests()).isEqualTo(failing + 1);
    }

    /** Demands only what it is told to, and remembers what came. */
    private static class Recorder<T> extends BaseSubscriber<T> {
        final List<T> items = new CopyOnWriteArrayList<>();
        final AtomicInteger inside = new AtomicInteger();
        private final CountDownLatch ended = new CountDownLatch(1);
        volatile @Nullable SignalType end;
        volatile @Nullable Throwable error;
        volatile int overlaps;

        @Override
        protected void hookOnSubscribe(Subscription subscription) {}

        @Override
        protected void hookOnNext(T item) {
            if (inside.getAndIncrement() != 0) {
                overlaps = 1;
            }
            items.add(item);
            inside.decrementAndGet();
        }

        @Override
        protected void hookOnError(Throwable failure) {
            error = failure;
        }

        @Override
        protected void hookFinally(SignalType signal) {
            end = signal;
            ended.countDown();
        }

        void awaitEnd() throws InterruptedException {
            assertThat(ended.await(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }
}
