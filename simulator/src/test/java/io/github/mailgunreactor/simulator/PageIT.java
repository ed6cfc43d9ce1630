package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the page and what it frames are served; what a browser makes of it is told in the module browser-check. */
class PageIT {
    private static final Pattern FILE = Pattern.compile("(?:/_simulator/page/|from './)([a-z]+\\.(?:js|css))");
    private static final int MOST_BYTES = 150_000;

    private final Simulator simulator = Simulator.start();
    private final Caller browser = Caller.anonymous(simulator).with("Accept", "text/html,*/*;q=0.8");

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void theRootIsThePageForBrowsersAlone() throws Exception {
        assertThat(browser.get("/").body()).startsWith("<!doctype html>");
        assertThat(Caller.anonymous(simulator).with("Accept", "*/*").get("/").body())
                .isEqualTo("Mailgun Magnificent API");
        assertThat(Caller.anonymous(simulator).get("/").body()).isEqualTo("Mailgun Magnificent API");
    }

    @Test
    void everyFileIsThereAndAllAreSmall() throws Exception {
        HttpResponse<String> index = browser.get("/");
        int bytes = index.body().getBytes(StandardCharsets.UTF_8).length;
        List<String> wanted = new ArrayList<>(files(index.body()));
        for (int at = 0; at < wanted.size(); at++) {
            HttpResponse<String> file = browser.get("/_simulator/page/" + wanted.get(at));
            assertThat(file.statusCode()).as(wanted.get(at)).isEqualTo(200);
            bytes += file.body().getBytes(StandardCharsets.UTF_8).length;
            files(file.body()).stream().filter(name -> !wanted.contains(name)).forEach(wanted::add);
        }

        assertThat(wanted).contains("app.js", "inbox.js", "base.css");
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    private static List<String> files(String text) {
        return FILE.matcher(text).results().map(match -> match.group(1)).toList();
    }

    @Test
    void aFileThatIsNotOfThePageIsNotServed() throws Exception {
        assertThat(browser.get("/_simulator/page/PageFiles.class").statusCode()).isEqualTo(404);
        assertThat(browser.get("/_simulator/page/..%2Fpage%2Fapp.js").statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePageMayRunOnlyItsOwnFilesAndNoOtherPageMayFrameOrReadIt() throws Exception {
        HttpResponse<String> page =
                browser.with("Origin", "https://evil.example").get("/");

        assertThat(page.headers().map())
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("X-Frame-Options", List.of("DENY"))
                .doesNotContainKey("Access-Control-Allow-Origin");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void mailIsFramedUnderAPolicyOfItsOwn() throws Exception {
        HttpResponse<String> mail = browser.get("/_simulator/messages/" + send("<p>hello</p>") + "/html");

        assertThat(mail.body()).isEqualTo("<p>hello</p>");
        assertThat(mail.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox; default-src 'none'; img-src data: " + simulator.baseUrl())
                .contains("frame-ancestors 'self'", "form-action 'none'");
    }

    @Test
    void picturesOfAMessageAreFoundByTheirContentIdsAndElementsThatConnectDisappear() throws Exception {
        String key = send(
                "<LINK rel=preconnect href=//x.example><iFrame src=//x.example><img src=\"CID:logo.png\"><img src='cid:other'>");

        String html = browser.get("/_simulator/messages/" + key + "/html").body();

        String url = simulator.baseUrl() + "/_simulator/messages/" + key + "/attachments/0";
        assertThat(html)
                .isEqualTo("<x-LINK rel=preconnect href=//x.example><x-iFrame src=//x.example><img src=\"" + url
                        + "\"><img src='cid:other'>");
        HttpResponse<String> picture = browser.get(url);
        assertThat(picture.body()).isEqualTo("a picture");
        assertThat(picture.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename*=UTF-8''logo.png");
    }

    private String send(String html) throws Exception {
        simulator.domains().add("example.com");
        StringBuilder body = new StringBuilder("--cut\r\nContent-Disposition: form-data; name=\"inline\";"
                + " filename=\"logo.png\"\r\nContent-Type: image/png\r\n\r\na picture\r\n");
        Map.of("from", "us@example.com", "to", "ada@example.org", "html", html)
                .forEach((name, value) -> body.append("--cut\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        Caller.of(simulator)
                .send(
                        "POST",
                        "/v3/example.com/messages",
                        BodyPublishers.ofString(body + "--cut--\r\n"),
                        "multipart/form-data; boundary=cut");
        return simulator.mailbox().only("ada@example.org").storageKey();
    }

    @Test
    void aMessageListsWhereItsLinksLead() throws Exception {
        String key = send("<a href='https://a.example/?x=1&amp;y=2'>a</a> <A HREF=https://b.example>b</A>"
                + "<a href='javascript:alert(1)'>c</a><a href='https://b.example'>again</a>");

        Map<String, Object> copy = Caller.objects(browser.get("/_simulator/messages/" + key), "copies")
                .get(0);

        assertThat(copy).containsEntry("links", List.of("https://a.example/?x=1&y=2", "https://b.example"));
    }
}
