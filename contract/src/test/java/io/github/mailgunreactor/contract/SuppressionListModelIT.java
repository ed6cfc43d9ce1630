package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.suppressions.Bounce;
import io.github.mailgunreactor.suppressions.BouncesApi;
import io.github.mailgunreactor.suppressions.NewBounce;
import io.github.mailgunreactor.suppressions.SuppressionFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import reactor.core.publisher.Flux;

/**
 * Whatever is added to a list, looked up, listed and deleted, through the library and over sockets, comes out as it would
 * of a sorted map.
 */
class SuppressionListModelIT {
    private static final String DOMAIN = "example.com";
    private static final Simulator SIMULATOR = Simulator.start();
    private static final MailgunClient MAILGUN = MailgunClient.builder(SIMULATOR.key())
            .region(Region.at(SIMULATOR.baseUrl()))
            .failOnUnknownFields()
            .build();

    @AfterContainer
    static void close() {
        MAILGUN.close();
        SIMULATOR.close();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void aListBehavesAsASortedMap(@ForAll("chains") ActionChain<ListAndModel> chain) {
        chain.run();
    }

    @Provide
    Arbitrary<ActionChain<ListAndModel>> chains() {
        Arbitrary<Integer> pageSizes = Arbitraries.integers().between(1, 5);
        Arbitrary<Tuple2<String, Integer>> edges =
                Combinators.combine(addresses(), pageSizes).as(Tuple::of);
        Arbitrary<String> terms = addresses().map(address -> address.substring(0, address.offsetByCodePoints(0, 1)));
        return ActionChain.startWith(ListAndModel::new)
                .withAction(3, action("add", bounces(), ListAndModel::add))
                .withAction(2, action("add in one request", bounces().list().ofMinSize(1), ListAndModel::addAll))
                .withAction(2, action("add a flux of", bounces().list(), ListAndModel::addMany))
                .withAction(3, action("get", addresses(), ListAndModel::get))
                .withAction(2, action("list in pages of", pageSizes, ListAndModel::listAll))
                .withAction(2, action("list after", edges, (list, edge) -> list.listAfter(edge.get1(), edge.get2())))
                .withAction(2, action("page before", edges, (list, edge) -> list.pageBefore(edge.get1(), edge.get2())))
                .withAction(1, action("list what starts with", terms, ListAndModel::listByTerm))
                .withAction(3, action("delete", addresses(), ListAndModel::delete))
                .withAction(1, action("clear", Arbitraries.just("all"), (list, all) -> list.clear()))
                .withMaxTransformations(25);
    }

    private static <T> Action.Independent<ListAndModel> action(String name, Arbitrary<T> argument, Step<T> step) {
        return () -> argument.map(value -> Transformer.mutate(name + " " + value, list -> step.take(list, value)));
    }

    private interface Step<T> {
        void take(ListAndModel list, T argument);
    }

    private static Arbitrary<NewBounce> bounces() {
        return Combinators.combine(
                        addresses(), Arbitraries.of("550", "552", "421"), Arbitraries.of("", "Kein Postfach: \"ß\", 漢"))
                .as((address, code, error) -> NewBounce.of(address).code(code).error(error));
    }

    /** From a small pool, so that they meet again, with all that means something in a URL, a form, JSON or an address. */
    private static Arbitrary<String> addresses() {
        Arbitrary<String> local = Arbitraries.of(
                "a",
                "b",
                "+",
                "%",
                "/",
                "$",
                "'",
                "\"q q\"",
                "&",
                "=",
                "?",
                "#",
                "é",
                "漢",
                "\uD83D\uDCE7",
                "%2B",
                "..",
                "\\");
        Arbitrary<String> locals = local.list().ofMinSize(1).ofMaxSize(2).map(parts -> String.join("", parts));
        Arbitrary<String> domains = Arbitraries.of("example.com", "bücher.example", "xn--bcher-kva.example", "例え.テスト");
        return Combinators.combine(locals, domains).as((name, domain) -> name + "@" + domain);
    }

    /** A list of the simulator, called through the library, and what it should be. */
    static final class ListAndModel {
        private final BouncesApi list = new BouncesApi(MAILGUN);
        private final TreeMap<String, Entry> model = new TreeMap<>();

        private record Entry(String address, String code, String error) {
            static Entry of(Bounce bounce) {
                return new Entry(bounce.address(), requireNonNull(bounce.code()), requireNonNull(bounce.error()));
            }

            static Entry of(NewBounce bounce) {
                return new Entry(
                        bounce.address(),
                        (String) requireNonNull(bounce.params().first("code")),
                        (String) requireNonNull(bounce.params().first("error")));
            }
        }

        ListAndModel() {
            SIMULATOR.reset();
            SIMULATOR.domains().add(DOMAIN);
        }

        void add(NewBounce bounce) {
            assertThat(requireNonNull(list.add(DOMAIN, bounce).block()).address())
                    .isEqualTo(bounce.address());
            remember(List.of(bounce));
        }

        void addAll(List<NewBounce> bounces) {
            list.addAll(DOMAIN, bounces).block();
            remember(bounces);
        }

        void addMany(List<NewBounce> bounces) {
            assertThat(requireNonNull(list.addAll(DOMAIN, Flux.fromIterable(bounces))
                            .collectList()
                            .block()))
                    .noneMatch(result -> result.failed());
            remember(bounces);
        }

        private void remember(List<NewBounce> bounces) {
            bounces.forEach(bounce -> model.put(bounce.address(), Entry.of(bounce)));
        }

        void get(String address) {
            if (model.containsKey(address)) {
                assertThat(Entry.of(requireNonNull(list.get(DOMAIN, address).block())))
                        .isEqualTo(model.get(address));
            } else {
                assertNotFound(() -> list.get(DOMAIN, address).block());
            }
        }

        void delete(String address) {
            if (model.remove(address) != null) {
                assertThat(requireNonNull(list.delete(DOMAIN, address).block()).address())
                        .isEqualTo(address);
            } else {
                assertNotFound(() -> list.delete(DOMAIN, address).block());
            }
        }

        void clear() {
            list.deleteAll(DOMAIN).block();
            model.clear();
        }

        void listAll(int pageSize) {
            assertThat(listed(SuppressionFilter.all().pageSize(pageSize))).isEqualTo(List.copyOf(model.values()));
        }

        void listAfter(String address, int pageSize) {
            assertThat(listed(SuppressionFilter.all().after(address).pageSize(pageSize)))
                    .isEqualTo(List.copyOf(model.tailMap(address, false).values()));
        }

        void pageBefore(String address, int pageSize) {
            List<Entry> before = new ArrayList<>(model.headMap(address).values());
            List<Entry> expected = before.subList(Math.max(0, before.size() - pageSize), before.size());
            List<Bounce> page = requireNonNull(list.list(
                                    DOMAIN,
                                    SuppressionFilter.all().before(address).pageSize(pageSize))
                            .pages()
                            .next()
                            .block())
                    .items();
            assertThat(entries(page)).isEqualTo(expected);
        }

        void listByTerm(String term) {
            assertThat(listed(SuppressionFilter.all().term(term).pageSize(3)))
                    .isEqualTo(model.values().stream()
                            .filter(entry -> entry.address().startsWith(term))
                            .toList());
        }

        private List<Entry> listed(SuppressionFilter filter) {
            return entries(
                    requireNonNull(list.list(DOMAIN, filter).collectList().block()));
        }

        private static List<Entry> entries(Collection<Bounce> bounces) {
            return bounces.stream().map(Entry::of).toList();
        }

        private static void assertNotFound(Runnable call) {
            assertThatExceptionOfType(ErrorStatusException.class)
                    .isThrownBy(call::run)
                    .matches(ErrorStatusException::isNotFound);
        }

        @Override
        public String toString() {
            return model.values().toString();
        }
    }
}
