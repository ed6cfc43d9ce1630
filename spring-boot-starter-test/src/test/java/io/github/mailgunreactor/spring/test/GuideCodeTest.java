package io.github.mailgunreactor.spring.test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the guides of Spring and of Redis compiles; that of the others does in {@code contract}, which has no Spring. */
class GuideCodeTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("^(@\\w+\n)*(class|record|interface) ", Pattern.MULTILINE);

    private static final String IMPORTS = """
            import static org.assertj.core.api.Assertions.assertThat;
            import io.github.mailgunreactor.analytics.logs.*;
            import io.github.mailgunreactor.core.*;
            import io.github.mailgunreactor.core.ratelimit.*;
            import io.github.mailgunreactor.domains.*;
            import io.github.mailgunreactor.messages.*;
            import io.github.mailgunreactor.redis.*;
            import io.github.mailgunreactor.simulator.*;
            import io.github.mailgunreactor.spring.*;
            import io.github.mailgunreactor.spring.test.*;
            import io.github.mailgunreactor.webhooks.*;
            import io.lettuce.core.RedisClient;
            import java.time.*;
            import org.junit.jupiter.api.*;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.boot.test.context.SpringBootTest;
            import org.springframework.context.annotation.Bean;
            import org.springframework.http.MediaType;
            import org.springframework.stereotype.*;
            import reactor.core.Disposable;
            import reactor.core.publisher.*;
            """;

    @TempDir
    Path compiled;

    @Test
    void theGuideOfSpringCompiles() throws IOException {
        assertThat(errors("spring", """
                record Order(String id, String email) {}
                interface OrderBook { Mono<Void> update(WebhookDelivery delivery); }
                Mono<Void> noteDelivery(io.github.mailgunreactor.events.Event event) { return Mono.empty(); }
                """)).isEmpty();
    }

    @Test
    void theGuideOfRedisCompiles() throws IOException {
        assertThat(errors("redis", """
                WebhookVerifier verifier;
                MailgunClient mailgun;
                LogsApi logs;
                MessagesApi messages;
                Message letter;
                Flux<Recipient> readers;
                Mono<Void> handle(WebhookDelivery delivery) { return Mono.empty(); }
                Mono<Void> noteDelivery(io.github.mailgunreactor.events.Event event) { return Mono.empty(); }
                """)).isEmpty();
    }

    @Test
    void whatDoesNotCompileIsFound() {
        assertThat(compile("Wrong", "class Wrong { MessagesApi messages; void block() { messages.sned(); } }"))
                .singleElement()
                .asString()
                .contains("cannot find symbol");
    }

    /** Types and members of a guide are members of one class, its statements those of one method. */
    private List<String> errors(String guide, String given) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("..", "docs", "guide", guide + ".md")));
        StringBuilder members = new StringBuilder(given);
        StringBuilder statements = new StringBuilder();
        while (blocks.find()) {
            String block = blocks.group(1);
            boolean isMember = block.startsWith("@Bean") || TYPE.matcher(block).find();
            (isMember ? members : statements).append(block);
        }
        assertThat(members.length() + statements.length()).isGreaterThan(given.length());
        String name = guide.substring(0, 1).toUpperCase(Locale.ROOT) + guide.substring(1) + "Guide";
        return compile(name, "class " + name + " {\n" + members + "void statements() {\n" + statements + "}\n}\n");
    }

    private List<String> compile(String name, String code) {
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return IMPORTS + code;
                    }
                };
        JavaCompiler javac = requireNonNull(ToolProvider.getSystemJavaCompiler());
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        String classPath =
                System.getProperty("surefire.test.class.path", requireNonNull(System.getProperty("java.class.path")));
        javac.getTask(
                        null,
                        null,
                        found,
                        List.of("-proc:none", "-cp", classPath, "-d", compiled.toString()),
                        null,
                        List.of(source))
                .call();
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> each.getMessage(Locale.ROOT) + " at " + each.getLineNumber() + " of " + IMPORTS + code)
                .toList();
    }
}
