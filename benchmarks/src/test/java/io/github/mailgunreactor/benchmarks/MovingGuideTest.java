package io.github.mailgunreactor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.accounts.UsersApi;
import io.github.mailgunreactor.analytics.bounces.BounceClassificationApi;
import io.github.mailgunreactor.analytics.deprecated.AggregateType;
import io.github.mailgunreactor.analytics.deprecated.DomainTagsApi;
import io.github.mailgunreactor.analytics.deprecated.StatsApi;
import io.github.mailgunreactor.analytics.logs.EventFilter;
import io.github.mailgunreactor.analytics.logs.EventsApi;
import io.github.mailgunreactor.analytics.logs.LogsApi;
import io.github.mailgunreactor.analytics.metrics.MetricsApi;
import io.github.mailgunreactor.analytics.tags.TagsApi;
import io.github.mailgunreactor.domains.CredentialsApi;
import io.github.mailgunreactor.domains.DkimRotationApi;
import io.github.mailgunreactor.domains.DomainKeysApi;
import io.github.mailgunreactor.domains.DomainTrackingApi;
import io.github.mailgunreactor.domains.DomainsApi;
import io.github.mailgunreactor.ips.DomainIpsApi;
import io.github.mailgunreactor.ips.IpFilter;
import io.github.mailgunreactor.ips.IpsApi;
import io.github.mailgunreactor.mailinglists.ListMembersApi;
import io.github.mailgunreactor.mailinglists.MailingListsApi;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.optimize.InboxResultsApi;
import io.github.mailgunreactor.optimize.ValidationsApi;
import io.github.mailgunreactor.routes.RoutesApi;
import io.github.mailgunreactor.suppressions.AllowlistApi;
import io.github.mailgunreactor.suppressions.BouncesApi;
import io.github.mailgunreactor.suppressions.ComplaintsApi;
import io.github.mailgunreactor.suppressions.UnsubscribesApi;
import io.github.mailgunreactor.templates.TemplatesApi;
import io.github.mailgunreactor.webhooks.AccountWebhooksApi;
import io.github.mailgunreactor.webhooks.DomainWebhooksApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide for those who come from mailgun-java names all of its methods, and nothing of ours that is not there. */
class MovingGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/moving-from-mailgun-java.md");
    private static final Pattern INTERFACE = Pattern.compile("### `(v[\\w.]+)`");
    private static final Pattern ROW = Pattern.compile("\\| (`.+`) \\| (.+) \\|");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Map<String, Class<?>> OURS = Stream.of(
                    AccountWebhooksApi.class,
                    AggregateType.class,
                    AllowlistApi.class,
                    BounceClassificationApi.class,
                    BouncesApi.class,
                    ComplaintsApi.class,
                    CredentialsApi.class,
                    DkimRotationApi.class,
                    DomainIpsApi.class,
                    DomainKeysApi.class,
                    DomainTagsApi.class,
                    DomainTrackingApi.class,
                    DomainWebhooksApi.class,
                    DomainsApi.class,
                    EventFilter.class,
                    EventsApi.class,
                    InboxResultsApi.class,
                    IpFilter.class,
                    IpsApi.class,
                    ListMembersApi.class,
                    LogsApi.class,
                    MailingListsApi.class,
                    MessagesApi.class,
                    MetricsApi.class,
                    RoutesApi.class,
                    StatsApi.class,
                    TagsApi.class,
                    TemplatesApi.class,
                    UnsubscribesApi.class,
                    UsersApi.class,
                    ValidationsApi.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final List<Row> rows = rows();

    /** What stands in place of methods of theirs. */
    private record Row(String api, List<String> theirs, String here) {
        boolean names(String method) {
            return theirs.contains(method) || theirs.contains(OfficialApis.plainName(method));
        }
    }

    MovingGuideTest() throws IOException {}

    @Test
    void everyMethodOfTheirsHasARow() {
        List<String> missing = OfficialApis.all().stream()
                .flatMap(api -> OfficialApis.calls(api)
                        .filter(method -> rowsOf(OfficialApis.name(api)).noneMatch(row -> row.names(method.getName())))
                        .map(method -> OfficialApis.name(api) + '.' + method.getName()))
                .distinct()
                .toList();

        assertThat(OfficialApis.all()).hasSizeGreaterThan(25);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRowNamesMethodsThatTheirsHas() {
        Map<String, List<String>> methods = new TreeMap<>();
        OfficialApis.all()
                .forEach(api -> methods.put(
                        OfficialApis.name(api),
                        OfficialApis.calls(api)
                                .flatMap(
                                        method -> Stream.of(method.getName(), OfficialApis.plainName(method.getName())))
                                .toList()));

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(methods.get(row.api())).containsAll(row.theirs()));
    }

    @Test
    void whatIsNamedHereIsThere() {
        assertThat(rows.stream()
                        .flatMap(row -> quoted(row.here()).stream())
                        .filter(name -> !isPublicMember(name))
                        .distinct())
                .isEmpty();
    }

    @Test
    void aRowWithoutAMethodHereSaysSo() {
        assertThat(rows.stream().filter(row -> quoted(row.here()).isEmpty()).map(Row::here))
                .containsOnly("not here: a call of your own");
    }

    private Stream<Row> rowsOf(String api) {
        return rows.stream().filter(row -> row.api().equals(api));
    }

    /** Of a class, or a class and one of its methods or constants. */
    private static boolean isPublicMember(String name) {
        List<String> parts = List.of(name.split("\\.", -1));
        Class<?> type = OURS.get(parts.get(0));
        return type != null
                && (parts.size() == 1
                        || Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getFields()))
                                .anyMatch(member -> member.getName().equals(parts.get(1))));
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        String api = "";
        for (String line : Files.readAllLines(GUIDE)) {
            Matcher heading = INTERFACE.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                api = heading.group(1);
            } else if (row.matches()) {
                rows.add(new Row(api, quoted(row.group(1)), row.group(2)));
            }
        }
        return rows;
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(match -> match.group(1)).toList();
    }
}
