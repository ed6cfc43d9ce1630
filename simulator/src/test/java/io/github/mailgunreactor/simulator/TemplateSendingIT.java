package io.github.mailgunreactor.simulator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that are made of templates, as their recipients get them. */
class TemplateSendingIT {
    private static final Simulator SIMULATOR = Simulator.builder()
            .account("shop", "key-shop")
            .subaccount("shop", "team")
            .start();

    private final Caller caller = Caller.of(SIMULATOR);

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
        SIMULATOR.domains().add("example.com");
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void theActiveVersionIsRenderedWithTheVariables() throws Exception {
        create("/v3/example.com/templates", "tag", "v1", "template", "<p>Hello {{name}} {{plan}}</p>");

        send("t:variables", "{\"name\": \"Ann & Bob\"}", "v:name", "nobody", "v:plan", "gold");

        ReceivedMessage received = SIMULATOR.mailbox().only("ann@example.org");
        assertThat(received.html()).isEqualTo("<p>Hello Ann &amp; Bob gold</p>");
        assertThat(received.text()).isNull();
        assertThat(received.template()).isEqualTo("welcome");
    }

    @Test
    void anotherVersionIsRenderedWhereItIsNamed() throws Exception {
        create("/v3/example.com/templates", "tag", "v1", "template", "one");
        caller.form("POST", "/v3/example.com/templates/welcome/versions", "tag", "v2", "template", "two");

        send("t:version", "v2");

        assertThat(SIMULATOR.mailbox().only("ann@example.org").html()).isEqualTo("two");
    }

    @Test
    void theTextPartIsMadeOfTheTemplateOnRequest() throws Exception {
        create("/v3/example.com/templates", "template", "<style>p {}</style><p>Hello {{name}}</p><p>Bye</p>");

        send("t:variables", "{\"name\": \"<Ann>\"}", "t:text", "yes");

        assertThat(SIMULATOR.mailbox().only("ann@example.org").text()).isEqualTo("Hello <Ann>\nBye");
    }

    @Test
    void headersOfTheVersionStandInForThoseThatTheMessageDoesNotHave() throws Exception {
        create(
                "/v3/example.com/templates",
                "template",
                "x",
                "headers",
                "{\"From\": \"{{shop}} <shop@example.com>\", \"subject\": \"Tom & {{name}}\", \"Reply-To\": \"help@example.com\"}");

        send("t:variables", "{\"name\": \"<Ann>\", \"shop\": \"The Shop\"}");
        caller.form(
                "POST",
                "/v3/example.com/messages",
                "from",
                "me@example.com",
                "to",
                "bob@example.org",
                "subject",
                "Mine",
                "h:reply-to",
                "me@example.com",
                "template",
                "welcome");

        ReceivedMessage first = SIMULATOR.mailbox().only("ann@example.org");
        assertThat(first.from()).isEqualTo("The Shop <shop@example.com>");
        assertThat(first.subject()).isEqualTo("Tom & <Ann>");
        assertThat(first.header("Reply-To")).isEqualTo("help@example.com");
        ReceivedMessage second = SIMULATOR.mailbox().only("bob@example.org");
        assertThat(second.from()).isEqualTo("me@example.com");
        assertThat(second.subject()).isEqualTo("Mine");
        assertThat(second.header("Reply-To")).isEqualTo("me@example.com");
    }

    @Test
    void whatDiffersForEachRecipientIsPutInAfterwards() throws Exception {
        create("/v3/example.com/templates", "template", "Hello {{name}}");

        send(
                "t:variables", "{\"name\": \"%recipient.first%\"}",
                "recipient-variables", "{\"ann@example.org\": {\"first\": \"Ann\"}}");

        assertThat(SIMULATOR.mailbox().only("ann@example.org").html()).isEqualTo("Hello Ann");
    }

    @Test
    void templatesOfTheAccountServeItsDomainsAndThoseOfSubaccounts() throws Exception {
        create("/v4/templates", "template", "of the account");
        SIMULATOR.account("team").domains().add("team.example.com");

        send();
        HttpResponse<String> sent = caller.with("X-Mailgun-On-Behalf-Of", "team")
                .form("POST", "/v3/team.example.com/messages", "to", "bob@example.org", "template", "welcome");

        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(SIMULATOR.mailbox().only("ann@example.org").html()).isEqualTo("of the account");
        assertThat(SIMULATOR.account("team").mailbox().only("bob@example.org").html())
                .isEqualTo("of the account");
    }

    @Test
    void aTemplateOfTheDomainGoesBeforeOneOfTheAccount() throws Exception {
        create("/v4/templates", "template", "of the account");
        create("/v3/example.com/templates", "template", "of the domain");

        send();

        assertThat(SIMULATOR.mailbox().only("ann@example.org").html()).isEqualTo("of the domain");
    }

    @Test
    void anUnknownTemplateOrVersionIsRefused() throws Exception {
        assertThat(Caller.message(send())).isEqualTo("template 'welcome' not found");

        create("/v3/example.com/templates", "tag", "v1", "template", "one");

        assertThat(send("t:version", "v2").statusCode()).isEqualTo(400);
        assertThat(caller.form("POST", "/v3/example.com/messages", "to", "ann@example.org", "template", "Welcome")
                        .statusCode())
                .isEqualTo(400);
        assertThat(SIMULATOR.mailbox().size()).isZero();
    }

    @Test
    void aTemplateThatCallsAnUnknownHelperIsRefusedByName() throws Exception {
        create("/v3/example.com/templates", "template", "{{shout name}}");

        HttpResponse<String> refused = send();

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(String.valueOf(Caller.message(refused))).contains("could not find helper: 'shout'");
    }

    @Test
    void mimeIsMadeOfATemplateUnlessItIsText() throws Exception {
        create("/v3/example.com/templates", "template", "<b>{{name}}</b>", "headers", "{\"Subject\": \"S\"}");

        mime("ann@example.org", "text/html");
        mime("bob@example.org", "text/plain");

        assertThat(SIMULATOR.mailbox().only("ann@example.org").html()).isEqualTo("<b>Ann</b>");
        assertThat(SIMULATOR.mailbox().only("ann@example.org").subject()).isEqualTo("S");
        assertThat(SIMULATOR.mailbox().only("bob@example.org").text()).contains("as written");
        assertThat(SIMULATOR.mailbox().only("bob@example.org").html()).isNull();
    }

    @Test
    void aSimulatorWithoutTheRendererSaysWhatToAdd() throws Exception {
        URL[] others = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("template-preview") && !entry.contains("handlebars"))
                .map(entry -> url(Path.of(entry)))
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass(Simulator.class.getName());
            try (AutoCloseable simulator =
                    (AutoCloseable) requireNonNull(type.getMethod("start").invoke(null))) {
                Object domains = requireNonNull(type.getMethod("domains").invoke(simulator));
                domains.getClass().getMethod("add", String.class).invoke(domains, "example.com");
                Caller other = Caller.at(
                        String.valueOf(type.getMethod("baseUrl").invoke(simulator)),
                        String.valueOf(type.getMethod("key").invoke(simulator)));
                other.form("POST", "/v3/example.com/templates", "name", "welcome", "template", "x");

                HttpResponse<String> refused =
                        other.form("POST", "/v3/example.com/messages", "to", "a@example.org", "template", "welcome");

                assertThat(refused.statusCode()).isEqualTo(400);
                assertThat(String.valueOf(Caller.message(refused))).contains("mailgun-reactor-template-preview");
            }
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void mime(String to, String contentType) throws Exception {
        String message = "From: a@example.com\r\nTo: " + to + "\r\nX-Mailgun-Template-Name: welcome\r\n"
                + "X-Mailgun-Template-Variables: {\"name\": \"Ann\"}\r\nContent-Type: " + contentType
                + "\r\n\r\nas written";
        String body = "--cut\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\n" + to
                + "\r\n--cut\r\nContent-Disposition: form-data; name=\"message\"; filename=\"m\"\r\n\r\n" + message
                + "\r\n--cut--\r\n";
        HttpResponse<String> sent = caller.send(
                "POST",
                "/v3/example.com/messages.mime",
                BodyPublishers.ofString(body),
                "multipart/form-data; boundary=cut");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    }

    private void create(String path, String... fields) throws Exception {
        List<String> form = new ArrayList<>(List.of("name", "welcome"));
        form.addAll(List.of(fields));
        caller.form("POST", path, form.toArray(String[]::new));
    }

    private HttpResponse<String> send(String... fields) throws Exception {
        List<String> form = new ArrayList<>(List.of("to", "ann@example.org", "template", "welcome"));
        form.addAll(List.of(fields));
        return caller.form("POST", "/v3/example.com/messages", form.toArray(String[]::new));
    }
}
