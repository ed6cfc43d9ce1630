package io.github.mailgunreactor.simulator.internal.suppressions;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.PivotRows;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.RequestBudgets;
import io.github.mailgunreactor.simulator.internal.http.Route;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * What the four suppression lists of a domain have in common, which is nearly all. All their operations count against one
 * budget of requests.
 *
 * @param <R> a row as responses show it
 */
public abstract class SuppressionListOperations<R> implements Operations {
    private static final String DOMAIN = "domain_name";
    private static final int LARGEST_BATCH = 1000;

    /**
     * How a list speaks.
     *
     * @param key the field by which rows are found
     * @param addedMany comes after a number; {@code null} where rows are added one at a time only
     * @param typed whether responses say that they are JSON: those of bounces and complaints were recorded without a type,
     *     and as plain text where a row was removed
     */
    record Words(
            String path,
            String key,
            String added,
            @Nullable String addedMany,
            String removed,
            String cleared,
            String unknown,
            String unknownToRemove,
            boolean typed) {}

    private final Words words;

    SuppressionListOperations(Words words) {
        this.words = words;
    }

    /** The list of a domain. */
    abstract NavigableMap<String, R> rows(Suppressions suppressions);

    /** The value by which a row is found. */
    abstract String key(R row);

    /** Makes a row of what was sent in a form, an object of JSON or a line of CSV; refuses what cannot be one. */
    abstract R row(Parameters sent, Instant now);

    /** What stays of a row that a request deletes, {@code null} for nothing. */
    @Nullable
    R without(R row, Parameters query) {
        return null;
    }

    /** What the response to the addition of one row has besides the message. */
    JsonObject described(R row) {
        return JsonObject.of("address", key(row));
    }

    @Override
    public final void register(Routes routes) {
        String list = "/v3/{" + DOMAIN + "}/" + words.path();
        String one = list + "/{" + words.key() + "}";
        counted(routes.add(GET, list, request -> untyped(list(request))));
        counted(routes.add(POST, list, request -> untyped(add(request))));
        counted(routes.add(DELETE, list, this::clear));
        counted(routes.add(GET, one, request -> untyped(get(request))));
        counted(routes.add(DELETE, one, request -> asText(remove(request))));
        counted(routes.add(POST, list + "/import", this::imported).consumingFiles(this::opened));
    }

    private static void counted(Route route) {
        route.budget(RequestBudgets.SUPPRESSIONS);
    }

    private SimulatedResponse untyped(SimulatedResponse response) {
        return words.typed() ? response : response.withoutContentType();
    }

    private SimulatedResponse asText(SimulatedResponse response) {
        return words.typed() ? response : response.header("Content-Type", "text/plain; charset=utf-8");
    }

    private SimulatedResponse list(SimulatedRequest request) {
        String sent = request.query().first("term");
        String term = sent == null ? "" : sent;
        PivotRows<R> rows = PivotRows.of(rows(request), this::key, row -> key(row).startsWith(term));
        return SimulatedResponse.ok(PageStyles.urlPivot(request, PageLimit.DEFAULT, "address", rows, row -> row));
    }

    private SimulatedResponse get(SimulatedRequest request) {
        R row = Refusal.requireNonNull(rows(request).get(request.path(words.key())), 404, words.unknown());
        return SimulatedResponse.ok(row);
    }

    private SimulatedResponse add(SimulatedRequest request) {
        NavigableMap<String, R> rows = rows(request);
        if (words.addedMany() != null && request.hasJson()) {
            List<R> added = batch(request);
            added.forEach(row -> rows.put(key(row), row));
            return SimulatedResponse.message(200, added.size() + " " + words.addedMany());
        }
        R row = row(new Parameters().addAll(request.form()).addAll(request.query()), request.now());
        rows.put(key(row), row);
        return SimulatedResponse.ok(described(row).and("message", words.added()));
    }

    /** All rows or, if one cannot be, none. */
    private List<R> batch(SimulatedRequest request) {
        if (!(request.json() instanceof List<?> sent)) {
            throw new Refusal(400, "request body is not a JSON array");
        }
        Refusal.where(sent.size() > LARGEST_BATCH, 400, "Batch size should be less than " + LARGEST_BATCH);
        List<R> batch = new ArrayList<>(sent.size());
        for (Object each : sent) {
            batch.add(row(parameters(each), request.now()));
        }
        return batch;
    }

    private static Parameters parameters(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> object)) {
            throw new Refusal(400, "request body is not a JSON array of objects");
        }
        Parameters parameters = new Parameters();
        object.forEach((name, value) -> {
            List<?> values = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
            values.forEach(each -> parameters.add(String.valueOf(name), String.valueOf(each)));
        });
        return parameters;
    }

    private SimulatedResponse remove(SimulatedRequest request) {
        String key = request.path(words.key());
        NavigableMap<String, R> rows = rows(request);
        R row = Refusal.requireNonNull(rows.get(key), 404, words.unknownToRemove());
        R rest = without(row, request.query());
        if (rest == null) {
            rows.remove(key);
        } else {
            rows.put(key, rest);
        }
        return SimulatedResponse.ok(JsonObject.of(words.key(), key).and("message", words.removed()));
    }

    private SimulatedResponse clear(SimulatedRequest request) {
        rows(request).clear();
        return SimulatedResponse.message(200, words.cleared());
    }

    private CsvImport opened(SimulatedRequest request) {
        SendingDomain domain =
                DomainRegistry.of(request.state()).find(request.account().id(), request.region(), request.path(DOMAIN));
        // The file of an unknown domain is read to its end, as any other, before it is refused.
        NavigableMap<String, R> rows = domain == null ? null : rows(Suppressions.of(domain));
        return new CsvImport("file", sent -> {
            if (rows != null) {
                R row = row(sent, request.now());
                rows.put(key(row), row);
            }
        });
    }

    private SimulatedResponse imported(SimulatedRequest request) {
        DomainRegistry.named(request, DOMAIN);
        Refusal.where(!request.sink(CsvImport.class).hasColumn("address"), 400, "while reading csv header");
        return SimulatedResponse.message(202, "file uploaded successfully for processing. standby...");
    }

    private NavigableMap<String, R> rows(SimulatedRequest request) {
        return rows(Suppressions.of(DomainRegistry.named(request, DOMAIN)));
    }

    /** The address that was sent; refuses none, and what is none. */
    static String address(Parameters sent) {
        String address = sent.first("address");
        if (address == null || address.isBlank()) {
            throw new Refusal(400, "Missing mandatory parameter: address");
        }
        int at = address.lastIndexOf('@');
        Refusal.where(
                at < 1 || at == address.length() - 1,
                400,
                "address parameter is not a valid address. please check documentation");
        return address;
    }

    /** When it happened: what was sent in RFC 2822, or now. */
    static String createdAt(Parameters sent, Instant now) {
        String date = sent.first("created_at");
        if (date == null || date.isBlank()) {
            return Suppressions.date(now);
        }
        try {
            return Suppressions.date(
                    DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip().replace("UTC", "GMT"), Instant::from));
        } catch (DateTimeException malformed) {
            throw new Refusal(400, "created_at parameter is not a valid date. valid format is RFC 2822");
        }
    }
}
