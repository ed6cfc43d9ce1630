package io.github.mailgunreactor.simulator.internal.ips;

import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dynamic IP pools of a parent account, once they are made, and the moves of domains between them. */
final class DynamicPools {
    /** The pools in the order in which Mailgun shows them, and what their addresses are called in forms. */
    static final Map<String, String> FIELDS = fields();

    private final Map<String, Pool> pools = new LinkedHashMap<>();
    private final List<Move> moves = new ArrayList<>();

    /** One pool. */
    record Pool(String id, Set<String> ips) {}

    /** A domain's move into a pool, as the history shows it. */
    record Move(Map<String, @Nullable Object> fields) {
        String text(String field) {
            return String.valueOf(fields.get(field));
        }
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(Reputation.GOOD, "good_reputation");
        fields.put(Reputation.POOR, "poor_reputation");
        fields.put(Reputation.NEW, "new_senders");
        return fields;
    }

    boolean exist() {
        return !pools.isEmpty();
    }

    void make(SimulatorState state) {
        FIELDS.keySet().forEach(name -> pools.putIfAbsent(name, new Pool(state.randomHex(24), new LinkedHashSet<>())));
    }

    void removeAll() {
        pools.clear();
    }

    Map<String, Pool> all() {
        return pools;
    }

    /** The addresses of a pool, to be changed. */
    Set<String> ips(String name) {
        Pool pool = pools.get(name);
        if (pool == null) {
            throw new Refusal(404, "Dynamic IP pool not found");
        }
        return pool.ips();
    }

    /** Whether an address is in any of the pools. */
    boolean has(String ip) {
        return pools.values().stream().anyMatch(pool -> pool.ips().contains(ip));
    }

    /** The moves, latest first. */
    List<Move> moves() {
        return moves;
    }

    void add(Move move) {
        moves.add(0, move);
    }
}
