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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide for those who come from mailgun-java names all of its methods, and nothing of ours that is not there. */
class MovingGuideTest {
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

    private final MovingGuide guide = new MovingGuide();

    @Test
    void everyMethodOfTheirsHasARow() {
        List<String> missing = OfficialApis.all().stream()
                .flatMap(api -> OfficialApis.calls(api)
                        .filter(method -> guide.rowsOf(api).noneMatch(row -> row.names(method)))
                        .map(OfficialApis::name))
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

        assertThat(guide.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(methods.get(row.api())).containsAll(row.theirs()));
    }

    @Test
    void whatIsNamedHereIsThere() {
        assertThat(guide.rows().stream()
                        .flatMap(row -> row.ours().stream())
                        .filter(name -> !isPublicMember(name))
                        .distinct())
                .isEmpty();
    }

    @Test
    void aRowWithoutAMethodHereSaysSo() {
        assertThat(guide.rows().stream().filter(row -> row.ours().isEmpty()).map(MovingGuide.Row::here))
                .containsOnly(MovingGuide.NOT_HERE);
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
}
