package io.github.mailgunreactor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.simulator.Simulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail that wants to run, to fetch, to leave its frame: it is shown, and that is all. */
class HostileMailIT {
    private static final int ENOUGH_TO_FETCH = 1500;
    private static final String OPENED = "opened";
    private static final String LARGE = "<p>0123456789abcdef</p>".repeat(10 * 1024 * 1024 / 23);

    /** The first line of what each connection brought. */
    private final List<String> connections = new CopyOnWriteArrayList<>();

    private static Browser browser;

    private Simulator simulator;
    private Sender program;
    private ServerSocket listener;

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
    void start() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread counter = new Thread(this::count, "listener");
        counter.setDaemon(true);
        counter.start();
        simulator = Simulator.start();
        program = new Sender(simulator);
        simulator.domains().add("example.com");
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
        listener.close();
    }

    private void count() {
        while (true) {
            try (Socket socket = listener.accept()) {
                socket.setSoTimeout(ENOUGH_TO_FETCH);
                connections.add(OPENED);
                String line = new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
                if (line != null) {
                    connections.add(line);
                }
            } catch (SocketTimeoutException silent) {
                // The connection counts all the same.
            } catch (IOException closed) {
                return;
            }
        }
    }

    private String hostile() {
        return """
                </iframe></pre><script>top.ran = 1; parent.ran = 1; fetch('EVIL/fetch')</script>
                <base href="EVIL/"><meta http-equiv="refresh" content="0; url=EVIL/refresh">
                <link rel="preconnect" href="EVIL"><LINK rel=stylesheet href="EVIL/style"><link rel="prefetch" href="EVIL/p">
                <link rel="dns-prefetch" href="EVIL"><link rel="icon" href="EVIL/icon"><link rel="modulepreload" href="EVIL/m">
                <style>@import url(EVIL/import); @font-face { font-family: evil; src: url(EVIL/font) }
                  p { font-family: evil; background: url(EVIL/background) }</style>
                <script src="EVIL/script"></script><script type="module" src="EVIL/module"></script>
                <img src="EVIL/img" onerror="top.ran = 1" onload="top.ran = 1"><img srcset="EVIL/srcset 1x">
                <img src="x" onerror="parent.ran = 1"><picture><source srcset="EVIL/picture"><img src="EVIL/picture"></picture>
                <svg onload="top.ran = 1"><image href="EVIL/svg"/><use href="EVIL/use#x"/></svg>
                <video src="EVIL/video" poster="EVIL/poster" autoplay></video><audio src="EVIL/audio" autoplay></audio>
                <iframe src="EVIL/frame"></iframe><iframe srcdoc="<script>top.ran = 1</script><img src=EVIL/srcdoc>"></iframe>
                <object data="EVIL/object"></object><embed src="EVIL/embed"><table background="EVIL/table"></table>
                <body onload="top.ran = 1" background="EVIL/body"><input type="image" src="EVIL/input" autofocus onfocus="top.ran = 1">
                <form action="EVIL/form" id="f"><button id="submit">send</button></form>
                <p id="seen">All of it was seen</p>
                <a id="script" href="javascript:top.ran=1">run</a> <a id="away" href="EVIL/away" ping="EVIL/ping">away</a>
                <a id="top" href="EVIL/top" target="_top">top</a> <a id="blank" href="EVIL/blank" target="_blank">blank</a>
                """.replace("EVIL", evil());
    }

    private String evil() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    @Test
    void nothingRunsAndNothingIsFetched() throws Exception {
        opened("<script>alert(1)</script> hello", hostile());

        assertThat(read("#seen")).isEqualTo("All of it was seen");
        browser.clickOn("button", "Source");
        browser.awaitText(".part", "text/html");
        browser.click("nav a[data-section=requests]");
        browser.click("main .rows summary");
        browser.awaitText("main .rows .detail", "All of it was seen");
        Thread.sleep(ENOUGH_TO_FETCH);

        assertThat(browser.script("return String(window.ran)")).isEqualTo("undefined");
        assertThat(connections).isEmpty();
    }

    /** Chromium opens a connection where the button of the mouse goes down on a link, but it asks for nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"#submit", "#script", "#top", "#blank", "#away"})
    void aClickLeadsNowhere(String what) throws Exception {
        opened("hello", hostile());

        browser.within(".part iframe", () -> {
            browser.click(what);
            return true;
        });
        Thread.sleep(ENOUGH_TO_FETCH / 3);

        assertThat(browser.url()).startsWith(simulator.baseUrl() + "/#/inbox/");
        assertThat(browser.windows()).isEqualTo(1);
        assertThat(browser.script("return String(window.ran)")).isEqualTo("undefined");
        assertThat(connections).allMatch(OPENED::equals);
    }

    /** Or the test above would prove nothing. */
    @Test
    void theSameMailFetchesWhereNothingStopsIt() throws Exception {
        simulator.faults().onAny().body(200, "text/html", hostile());

        browser.go(simulator.baseUrl() + "/v1/keys");
        for (int i = 0; connections.isEmpty() && i < 200; i++) {
            Browser.pause();
        }

        assertThat(connections).isNotEmpty();
    }

    @Test
    void isAsHarmlessOutsideOfItsFrame() throws Exception {
        String key = opened("hello", hostile());

        browser.go(simulator.baseUrl() + "/_simulator/messages/" + key + "/html?recipient=ada@example.org");
        assertThat(browser.element("#seen").getText()).isEqualTo("All of it was seen");
        Thread.sleep(ENOUGH_TO_FETCH);

        assertThat(connections).isEmpty();
    }

    @Test
    void tenMegabytesOfHtmlAreShown() throws Exception {
        opened("large", LARGE + "<h1 id='end'>The end</h1>");

        assertThat(read("#end")).isEqualTo("The end");
        browser.clickOn("button", "Headers");
        browser.awaitText(".part", "Subject");
        browser.click("nav a[data-section=requests]");
        browser.awaitText("main .rows", "/v3/example.com/messages");
    }

    /** Sends it, and opens it in the page; gives its key. */
    private String opened(String subject, String html) throws Exception {
        assertThat(program.send(subject, html)).isEqualTo(200);
        browser.go(simulator.baseUrl());
        browser.awaitText(".list .rows", subject);
        browser.click(".list .rows a");
        return simulator.mailbox().only("ada@example.org").storageKey();
    }

    private String read(String css) {
        return browser.within(".part iframe", () -> browser.element(css).getText());
    }
}
