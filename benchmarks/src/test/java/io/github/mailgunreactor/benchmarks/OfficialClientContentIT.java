package io.github.mailgunreactor.benchmarks;

import static io.github.mailgunreactor.benchmarks.OfficialClient.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.mailgun.api.v1.MailgunAccountWebhooksApi;
import com.mailgun.api.v3.MailgunMailingListApi;
import com.mailgun.api.v3.MailgunRoutesApi;
import com.mailgun.api.v3.MailgunTemplatesApi;
import com.mailgun.api.v3.MailgunWebhooksApi;
import com.mailgun.enums.AccessLevel;
import com.mailgun.enums.Page;
import com.mailgun.enums.ReplyPreference;
import com.mailgun.enums.WebhookName;
import com.mailgun.model.PagingWithPivot;
import com.mailgun.model.mailing.lists.AddMailingListMembersRequest;
import com.mailgun.model.mailing.lists.MailingListData;
import com.mailgun.model.mailing.lists.MailingListMember;
import com.mailgun.model.mailing.lists.MailingListMemberUpdateRequest;
import com.mailgun.model.mailing.lists.MailingListMembersRequest;
import com.mailgun.model.mailing.lists.MailingListNewMemberRequest;
import com.mailgun.model.mailing.lists.MailingListRequest;
import com.mailgun.model.mailing.lists.UpdateMailingListRequest;
import com.mailgun.model.routes.Route;
import com.mailgun.model.routes.RoutesMatchRequest;
import com.mailgun.model.routes.RoutesPageRequest;
import com.mailgun.model.routes.RoutesRequest;
import com.mailgun.model.templates.Template;
import com.mailgun.model.templates.TemplateRequest;
import com.mailgun.model.templates.TemplateVersionRequest;
import com.mailgun.model.templates.TemplateVersions;
import com.mailgun.model.templates.UpdateTemplateVersionRequest;
import com.mailgun.model.webhooks.AccountWebhook;
import com.mailgun.model.webhooks.AccountWebhookRequest;
import com.mailgun.model.webhooks.AccountWebhooksDeleteQuery;
import com.mailgun.model.webhooks.AccountWebhooksListQuery;
import com.mailgun.model.webhooks.DomainWebhooksV4Request;
import com.mailgun.model.webhooks.WebhookRequest;
import com.mailgun.model.webhooks.WebhookUpdateRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Templates, mailing lists, routes and webhooks: what Mailgun's own client puts into the simulator, it gets back. */
class OfficialClientContentIT {
    @RegisterExtension
    static final OfficialClient OFFICIAL = OfficialClient.driving(
            MailgunTemplatesApi.class,
            MailgunMailingListApi.class,
            MailgunRoutesApi.class,
            MailgunWebhooksApi.class,
            com.mailgun.api.v4.MailgunWebhooksApi.class,
            MailgunAccountWebhooksApi.class);

    @Test
    void templates() {
        MailgunTemplatesApi templates = OFFICIAL.api(MailgunTemplatesApi.class);

        assertThat(templates
                        .storeNewTemplate(
                                DOMAIN,
                                TemplateRequest.builder()
                                        .name("welcome")
                                        .description("to new customers")
                                        .template("<p>one</p>")
                                        .tag("v1")
                                        .comment("first")
                                        .build())
                        .getTemplate()
                        .getVersion()
                        .getTag())
                .isEqualTo("v1");
        templates.createNewTemplateVersion(
                DOMAIN,
                "welcome",
                TemplateVersionRequest.builder()
                        .template("<p>two</p>")
                        .tag("v2")
                        .comment("second")
                        .active(true)
                        .build());
        templates.updateTemplate(DOMAIN, "welcome", "to all customers");

        assertThat(templates.getTemplate(DOMAIN, "welcome").getTemplate().getDescription())
                .isEqualTo("to all customers");
        assertThat(templates
                        .getActiveTemplateVersionContent(DOMAIN, "welcome")
                        .getTemplate()
                        .getVersion()
                        .getTemplate())
                .isEqualTo("<p>two</p>");
        assertThat(templates.getAllTemplates(DOMAIN).getItems())
                .extracting(Template::getName)
                .containsExactly("welcome");
        PagingWithPivot first =
                PagingWithPivot.builder().page(Page.FIRST).limit(1).build();
        assertThat(templates.getAllTemplates(DOMAIN, first).getItems()).hasSize(1);
        assertThat(templates
                        .getAllTemplateVersions(DOMAIN, "welcome", first)
                        .getTemplate()
                        .getVersions())
                .hasSize(1);

        templates.updateSpecificTemplateVersion(
                DOMAIN,
                "welcome",
                "v1",
                UpdateTemplateVersionRequest.builder()
                        .template("<p>1</p>")
                        .comment("better")
                        .active(true)
                        .build());
        assertThat(templates
                        .getSpecifiedVersionTemplateContent(DOMAIN, "welcome", "v1")
                        .getTemplate()
                        .getVersion())
                .satisfies(version -> {
                    assertThat(version.getTemplate()).isEqualTo("<p>1</p>");
                    assertThat(version.getComment()).isEqualTo("better");
                });
        templates.copyTemplateVersion(DOMAIN, "welcome", "v1", "v3");
        assertThat(templates
                        .getAllTemplateVersions(DOMAIN, "welcome")
                        .getTemplate()
                        .getVersions())
                .extracting(TemplateVersions::getTag)
                .containsExactlyInAnyOrder("v1", "v2", "v3");

        assertThat(templates
                        .deleteSpecificTemplateVersion(DOMAIN, "welcome", "v2")
                        .getTemplate()
                        .getVersion()
                        .getTag())
                .isEqualTo("v2");
        assertThat(templates.deleteTemplate(DOMAIN, "welcome").getTemplate().getName())
                .isEqualTo("welcome");
        templates.storeNewTemplate(
                DOMAIN,
                TemplateRequest.builder().name("other").description("another").build());
        templates.deleteAllTemplatesInDomain(DOMAIN);
        assertThat(templates.getAllTemplates(DOMAIN).getItems()).isEmpty();
    }

    @Test
    void mailingLists() {
        MailgunMailingListApi lists = OFFICIAL.api(MailgunMailingListApi.class);
        String news = "news@" + DOMAIN;

        MailingListData made = lists.createMailingList(MailingListRequest.builder()
                        .address(news)
                        .name("News")
                        .description("what is new")
                        .accessLevel(AccessLevel.MEMBERS)
                        .replyPreference(ReplyPreference.SENDER)
                        .build())
                .getList();
        assertThat(lists.getMailingListByAddress(news).getList()).isEqualTo(made);
        assertThat(made.getAccessLevel()).isEqualTo(AccessLevel.MEMBERS);
        assertThat(made.getReplyPreference()).isEqualTo(ReplyPreference.SENDER);
        assertThat(lists.getMailingList().getItems()).containsExactly(made);
        assertThat(lists.getMailingList(1).getItems()).containsExactly(made);
        assertThat(lists.updateMailingList(
                                news,
                                UpdateMailingListRequest.builder()
                                        .name("All news")
                                        .build())
                        .getList()
                        .getName())
                .isEqualTo("All news");

        MailingListMember ann = lists.addMemberToMailingList(
                        news,
                        MailingListNewMemberRequest.builder()
                                .address("ann@example.org")
                                .name("Ann")
                                .vars(Map.of("city", "Ulm"))
                                .subscribed(true)
                                .upsert(true)
                                .build())
                .getMember();
        assertThat(ann.getVars()).isEqualTo(Map.of("city", "Ulm"));
        assertThat(lists.getMailingListMember(news, "ann@example.org").getMember())
                .isEqualTo(ann);
        assertThat(lists.addMembersToMailingList(
                                news,
                                AddMailingListMembersRequest.builder()
                                        .members(List.of(MailingListMember.builder()
                                                .address("bob@example.org")
                                                .name("Bob")
                                                .vars(Map.of("city", "Bonn"))
                                                .subscribed(false)
                                                .build()))
                                        .upsert(true)
                                        .build())
                        .getList()
                        .getMembersCount())
                .isEqualTo(2);
        assertThat(lists.getMailingListMembers(news).getItems())
                .extracting(MailingListMember::getName)
                .containsExactlyInAnyOrder("Ann", "Bob");
        assertThat(lists.getMailingListMembers(
                                news,
                                MailingListMembersRequest.builder()
                                        .subscribed(false)
                                        .limit(10)
                                        .build())
                        .getItems())
                .extracting(MailingListMember::getVars)
                .containsExactly(Map.of("city", "Bonn"));
        assertThat(lists.updateMailingListMember(
                                news,
                                "bob@example.org",
                                MailingListMemberUpdateRequest.builder()
                                        .name("Robert")
                                        .subscribed(true)
                                        .build())
                        .getMember()
                        .getName())
                .isEqualTo("Robert");

        lists.deleteMemberFromMailingList(news, "bob@example.org");
        assertThat(lists.getMailingListMembers(news).getItems()).containsExactly(ann);
        assertThat(lists.deleteMailingList(news).getAddress()).isEqualTo(news);
        assertThat(lists.getMailingList().getItems()).isEmpty();
    }

    @Test
    void routes() {
        MailgunRoutesApi routes = OFFICIAL.api(MailgunRoutesApi.class);

        Route made = routes.createRoute(RoutesRequest.builder()
                        .priority(3)
                        .description("help")
                        .expression("match_recipient('help@" + DOMAIN + "')")
                        .actions(List.of("forward('https://example.org/in')", "stop()"))
                        .build())
                .getRoute();
        assertThat(made.getActions()).containsExactly("forward('https://example.org/in')", "stop()");
        assertThat(routes.getSingleRoute(made.getId()).getRoute()).isEqualTo(made);
        assertThat(routes.getRoutesList().getItems()).containsExactly(made);
        assertThat(routes.getRoutesList(
                                RoutesPageRequest.builder().limit(5).skip(1).build())
                        .getItems())
                .isEmpty();
        assertThat(routes.matchRoute(RoutesMatchRequest.builder()
                                .address("help@" + DOMAIN)
                                .build())
                        .getRoute())
                .isEqualTo(made);
        assertThat(routes.updateRoute(
                                made.getId(),
                                RoutesRequest.builder().description("all help").build())
                        .getDescription())
                .isEqualTo("all help");
        routes.deleteRoute(made.getId());
        assertThat(routes.getRoutesList().getTotalCount()).isZero();
    }

    @Test
    void webhooksOfADomain() {
        MailgunWebhooksApi byType = OFFICIAL.api(MailgunWebhooksApi.class);
        com.mailgun.api.v4.MailgunWebhooksApi byUrl = OFFICIAL.api(com.mailgun.api.v4.MailgunWebhooksApi.class);

        assertThat(byType.createNewWebhook(
                                DOMAIN,
                                WebhookRequest.builder()
                                        .webhookName(WebhookName.OPENED)
                                        .url("https://example.org/opened")
                                        .build())
                        .getWebhook()
                        .getUrls())
                .containsExactly("https://example.org/opened");
        byType.updateWebhook(
                DOMAIN,
                WebhookName.OPENED,
                WebhookUpdateRequest.builder()
                        .urls(List.of("https://example.org/a", "https://example.org/b"))
                        .build());
        assertThat(byType.getWebhookDetails(DOMAIN, WebhookName.OPENED)
                        .getWebhook()
                        .getUrls())
                .containsExactlyInAnyOrder("https://example.org/a", "https://example.org/b");
        assertThat(byType.getAllWebhooks(DOMAIN).getWebhooks().getOpened().getUrls())
                .hasSize(2);
        byType.deleteWebhook(DOMAIN, WebhookName.OPENED);

        byUrl.createWebhooks(
                DOMAIN,
                DomainWebhooksV4Request.builder()
                        .url("https://example.org/all")
                        .eventTypes(List.of("delivered", "clicked"))
                        .build());
        assertThat(byType.getAllWebhooks(DOMAIN).getWebhooks().getClicked().getUrls())
                .containsExactly("https://example.org/all");
        byUrl.updateWebhooks(
                DOMAIN,
                DomainWebhooksV4Request.builder()
                        .url("https://example.org/all")
                        .eventTypes(List.of("delivered"))
                        .build());
        assertThat(byType.getAllWebhooks(DOMAIN).getWebhooks().getClicked()).isNull();
        byUrl.deleteWebhooks(DOMAIN, "https://example.org/all");
        assertThat(byType.getAllWebhooks(DOMAIN).getWebhooks().getDelivered()).isNull();
    }

    @Test
    void webhooksOfTheAccount() {
        MailgunAccountWebhooksApi webhooks = OFFICIAL.api(MailgunAccountWebhooksApi.class);

        String id = webhooks.createWebhook(AccountWebhookRequest.builder()
                        .description("ours")
                        .url("https://example.org/hook")
                        .eventTypes(List.of("delivered", "opened"))
                        .build())
                .getWebhookId();
        AccountWebhook made = webhooks.getWebhook(id);
        assertThat(made.getDescription()).isEqualTo("ours");
        assertThat(made.getEventTypes()).containsExactlyInAnyOrder("delivered", "opened");
        assertThat(webhooks.getAllWebhooks().getWebhooks()).containsExactly(made);
        assertThat(webhooks.getAllWebhooks(AccountWebhooksListQuery.builder()
                                .webhook_ids(id)
                                .build())
                        .getWebhooks())
                .containsExactly(made);
        webhooks.deleteWebhook(id);
        webhooks.createWebhook(AccountWebhookRequest.builder()
                .description("more")
                .url("https://example.org/more")
                .eventTypes(List.of("clicked"))
                .build());
        webhooks.updateWebhook(
                webhooks.getAllWebhooks().getWebhooks().get(0).getWebhookId(),
                AccountWebhookRequest.builder()
                        .description("changed")
                        .url("https://example.org/changed")
                        .eventTypes(List.of("clicked"))
                        .build());
        assertThat(webhooks.getAllWebhooks().getWebhooks())
                .extracting(AccountWebhook::getDescription)
                .containsExactly("changed");
        webhooks.deleteWebhooks(AccountWebhooksDeleteQuery.builder().all(true).build());
        assertThat(webhooks.getAllWebhooks().getWebhooks()).isEmpty();
    }
}
