package io.github.mailgunreactor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.simulator.Simulator;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorPageIT {
    private static Browser browser;

    private final Simulator simulator = Simulator.start();
    private final Sender program = new Sender(simulator);

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() {
        simulator.domains().add("example.com");
        browser.device(1280, "light");
        browser.go(simulator.baseUrl());
        browser.awaitText("#live", "live");
        browser.console(); // that of the simulator before
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aMessageArrivesWithoutReloadingAndItsHtmlIsRead() throws Exception {
        browser.awaitText("main", "Nothing was sent yet");

        program.send("Welcome", "<h1>Dear Ada</h1>");
        browser.awaitText(".list .rows", "Welcome");
        browser.click(".list .rows a");

        assertThat(browser.within(".part iframe", () -> browser.element("h1").getText()))
                .isEqualTo("Dear Ada");
        browser.awaitText(".timeline", "delivered");
        browser.clickOn("button", "Text");
        browser.awaitText(".part", "plain");
        browser.clickOn("button", "Source");
        browser.awaitText(".part", "Mime-Version");
    }

    @Test
    void aBounceOfTheInboxIsASuppression() throws Exception {
        program.send("Welcome", "<p>hello</p>");
        browser.click(".list .rows a");
        browser.clickOn("button", "Bounce");
        browser.awaitText(".timeline", "550 No such mailbox");

        browser.click("nav a[data-section=suppressions]");

        browser.awaitText("main .rows", "ada@example.org");
        assertThat(simulator.suppressions("example.com").bounces()).containsExactly("ada@example.org");
    }

    @Test
    void aFaultOfThePageRefusesTheNextRequest() throws Exception {
        browser.click("nav a[data-section=faults]");
        browser.fill("input[name=operation]", "GET /v4/domains");
        browser.fill("input[name=times]", "1");
        browser.clickOn("button", "Set fault");
        browser.awaitText("main .rows", "GET /v4/domains");

        assertThat(program.get("/v4/domains?limit=1")).isEqualTo(503);

        browser.awaitText("main .rows", "None.");
        browser.click("nav a[data-section=requests]");
        browser.awaitText("main .rows", "503");
        browser.click("main .rows summary");
        browser.awaitText("main .rows .detail", "Service Unavailable");
        assertThat(browser.element("main .rows .detail").getText())
                .contains("***")
                .doesNotContain("Basic");
    }

    @Test
    void mailThatComesInRunsTheRouteThatThePageAdded() {
        browser.click("nav a[data-section=routes]");
        browser.fill("input[name=expression]", "match_recipient(\"orders@.*\")");
        browser.fill("textarea[name=actions]", "forward(\"ada@example.org\")\nstop()");
        browser.clickOn("button", "Add route");
        browser.awaitText("main .rows", "→ stop()");

        browser.fill("input[name=sender]", "grace@example.org");
        browser.fill("input[name=recipient]", "orders@example.com");
        browser.fill("input[name=subject]", "Ten, please");
        browser.clickOn("button", "Receive");
        browser.awaitText(".outcome", "accepted");
        browser.fill("input[name=recipient]", "nobody@example.com");
        browser.clickOn("button", "Receive");
        browser.awaitText(".outcome", "refused");

        assertThat(simulator.mailbox().only("ada@example.org").subject()).isEqualTo("Ten, please");
        browser.clickOn("button", "Remove");
        browser.awaitText("main .rows", "No routes yet.");
    }

    @Test
    void aTemplateIsPreviewedWithVariables() throws Exception {
        program.post(
                "/v3/example.com/templates",
                "name=welcome&tag=v1&template=" + Sender.encoded("<h1>Dear {{name}}</h1>") + "&headers="
                        + Sender.encoded("{\"Subject\": \"For {{name}}\"}"));
        browser.click("nav a[data-section=templates]");
        browser.clickOn("a", "welcome");
        browser.fill("textarea[name=variables]", "{\"name\": \"Grace\"}");
        browser.clickOn("button", "Preview");

        browser.awaitText("main", "For Grace");
        assertThat(browser.within("iframe.preview", () -> browser.element("h1").getText()))
                .isEqualTo("Dear Grace");
        browser.fill("textarea[name=variables]", "{");
        browser.clickOn("button", "Preview");
        browser.awaitText("#notice", "cannot read the JSON");
    }

    @Test
    void anAttemptToDeliverIsSeenAsItHappens() throws Exception {
        String url;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "http://127.0.0.1:" + gone.getLocalPort() + "/hook";
        }
        program.post("/v4/domains/example.com/webhooks", "event_types=delivered&url=" + Sender.encoded(url));
        browser.click("nav a[data-section=webhooks]");
        browser.awaitText("main .rows", url);

        program.send("Welcome", "<p>hello</p>");
        browser.awaitText(".deliveries", "pending");
        simulator.clock().advance(Duration.ofDays(1));

        browser.awaitText(".deliveries", "given up");
    }

    @Test
    void aResetEmptiesEverything() throws Exception {
        program.send("Welcome", "<p>hello</p>");
        browser.awaitText("nav", "1");
        browser.click("nav a[data-section=settings]");

        browser.clickOn("button", "Reset everything");
        browser.click("nav a[data-section=inbox]");

        browser.awaitText("main", "Nothing was sent yet");
        assertThat(simulator.mailbox().size()).isZero();
    }

    @Test
    void theKeyboardIsEnough() throws Exception {
        program.send("First", "<p>one</p>");
        program.send("Second", "<p>two</p>");
        browser.awaitText(".list .rows", "Second");

        browser.press("j");
        browser.press("j");
        browser.press("\n");
        browser.awaitText(".message", "First");
        browser.escape();
        browser.awaitText(".message", "No message selected");
        browser.press("/");
        browser.press("second");
        browser.awaitText(".list .rows", "Second");
        browser.escape();
        browser.press("g");
        browser.press("e");

        browser.awaitText("h1", "Events");
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "390, light", "390, dark"})
    void noSectionIsWiderThanTheScreen(int width, String scheme) throws Exception {
        browser.device(width, scheme);
        program.send("A subject that goes on and on, further than any screen that fits in a hand", "<p>hello</p>");
        program.post(
                "/v4/domains/example.com/webhooks",
                "event_types=opened&event_types=clicked&event_types=complained&url="
                        + Sender.encoded("http://127.0.0.1:19/a/rather/long/path/of/an/application/that/nobody/has"));

        for (String section : browser.sections()) {
            browser.click("nav a[data-section=" + section + "]");
            browser.awaitText("nav a[aria-current]", "");
            browser.awaitText("main h1", "");
            assertThat(
                            browser.script(
                                    "const main = document.querySelector('main'); return Math.max("
                                            + "document.scrollingElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth)"))
                    .as(section)
                    .isEqualTo(0L);
        }
    }

    @Test
    void anEmptyInboxFillsItself() {
        simulator.reset();
        browser.clickOn("button", "Do both for me");

        browser.click(".list .rows a");

        assertThat(browser.within(".part iframe", () -> browser.element("h1").getText()))
                .isEqualTo("It works");
        assertThat(simulator.mailbox().only("ada@example.org").tags()).containsExactly("sample");
    }

    /** A browser opens six connections to a host: one for each page that it keeps, and the seventh page would wait for them. */
    @Test
    @Timeout(30)
    void pagesThatWereLeftHoldNoConnection() {
        for (int visit = 0; visit < 10; visit++) {
            browser.go("about:blank");
            browser.go(simulator.baseUrl());
            browser.awaitText("main", "Nothing was sent yet");
        }
    }

    @Test
    void nothingIsLeftInTheConsole() throws Exception {
        program.send("Welcome", "<p>hello</p>");
        for (String section : browser.sections()) {
            browser.click("nav a[data-section=" + section + "]");
            browser.element("main h1");
        }

        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aPageThatLostTheSimulatorSaysSo() {
        simulator.close();

        browser.awaitText("#live", "not connected");
    }
}
