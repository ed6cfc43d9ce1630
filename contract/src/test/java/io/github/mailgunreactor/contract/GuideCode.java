package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.simulator.Simulator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The Java in a Markdown document as a class: each block is a method, and one that starts with {@code public} a member. What
 * a block uses and does not declare stands in a comment of the document, as members of that class:
 *
 * <pre>{@code
 * <!-- java given
 * BouncesApi bounces = new BouncesApi(mailgun);
 * -->
 * }</pre>
 *
 * <p>Imports at the start of a block are taken over. {@code mailgun} and {@code simulator} are always there. An ellipsis in the place of a value stands for any. With {@code java given, run} the
 * blocks are run as well: with a client that sends nothing, which no call of theirs asks for until somebody subscribes.
 */
final class GuideCode {
    private static final Pattern GIVEN = Pattern.compile("<!-- java given(, run)?\\R(.*?)-->", Pattern.DOTALL);
    private static final String FRAGMENTS = "<!-- java not compiled -->";
    private static final Pattern BLOCK =
            Pattern.compile("^ *```java\\R(.*?)^ *```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile("^import .*;\\R", Pattern.MULTILINE);
    private static final String IMPORTS = Stream.of(
                    "jakarta.mail.internet.MimeMessage",
                    "java.net.*",
                    "java.nio.ByteBuffer",
                    "java.nio.file.*",
                    "java.time.*",
                    "java.util.*",
                    "java.util.concurrent.TimeoutException",
                    "java.util.function.*",
                    "java.util.stream.*",
                    "org.jspecify.annotations.Nullable",
                    "org.junit.jupiter.api.Test",
                    "org.junit.jupiter.api.extension.RegisterExtension",
                    "org.reactivestreams.Publisher",
                    "org.springframework.core.io.buffer.DataBufferUtils",
                    "org.springframework.http.codec.multipart.FilePart",
                    "reactor.core.publisher.*",
                    "reactor.core.scheduler.Schedulers",
                    "io.micrometer.core.instrument.MeterRegistry",
                    "io.micrometer.observation.ObservationRegistry",
                    "io.github.bucket4j.distributed.proxy.AsyncProxyManager",
                    "static org.junit.jupiter.api.Assertions.*",
                    "static io.github.mailgunreactor.core.Method.*",
                    "io.github.mailgunreactor.contract.*",
                    "io.github.mailgunreactor.core.*",
                    "io.github.mailgunreactor.core.batch.*",
                    "io.github.mailgunreactor.core.observation.*",
                    "io.github.mailgunreactor.core.ratelimit.*",
                    "io.github.mailgunreactor.core.transport.*",
                    "io.github.mailgunreactor.netty.*",
                    "io.github.mailgunreactor.micrometer.*",
                    "io.github.mailgunreactor.bucket4j.*",
                    "io.github.mailgunreactor.preview.*",
                    "io.github.mailgunreactor.simulator.*")
            .map(name -> "import " + name + ";\n")
            .collect(Collectors.joining());

    private final Path document;
    private final String className;
    private final String source;
    private final int blocks;
    private final boolean runs;

    private GuideCode(Path document, String className, String source, int blocks, boolean runs) {
        this.document = document;
        this.className = className;
        this.source = source;
        this.blocks = blocks;
        this.runs = runs;
    }

    /** The code of a document, with the types of these packages beside those of the libraries. */
    static GuideCode of(Path document, String text, List<String> packages) {
        StringBuilder members = new StringBuilder();
        Matcher given = GIVEN.matcher(text);
        boolean runs = false;
        while (given.find()) {
            runs |= given.group(1) != null;
            members.append(given.group(2)).append('\n');
        }
        Matcher block = BLOCK.matcher(text.contains(FRAGMENTS) ? "" : text);
        StringBuilder shownImports = new StringBuilder();
        int blocks = 0;
        while (block.find()) {
            String shown = block.group(1).replace("= …;", "= given();");
            IMPORT.matcher(shown).results().forEach(line -> shownImports.append(line.group()));
            String code = IMPORT.matcher(shown).replaceAll("");
            members.append(
                    code.stripLeading().startsWith("public ")
                            ? code
                            : "void block" + ++blocks + "() throws Exception {\n" + code + "\n}\n");
        }
        String className = document.getFileName().toString().replace(".md", "").replaceAll("\\W", "_") + "_code";
        String imports =
                packages.stream().map(name -> "import " + name + ".*;\n").collect(Collectors.joining());
        return new GuideCode(
                document,
                className,
                IMPORTS + imports + shownImports + "@SuppressWarnings(\"unused\") public class " + className + " {\n"
                        + "static MailgunClient mailgun;\nstatic Simulator simulator;\n"
                        + "static <T> T given() { return null; }\n"
                        + members + "}\n",
                blocks,
                runs);
    }

    boolean isEmpty() {
        return blocks == 0;
    }

    boolean runs() {
        return runs;
    }

    /** What the compiler says against these documents, each with its line of code. */
    static List<String> compile(List<GuideCode> codes, Path into) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        Map<String, GuideCode> byClass = codes.stream().collect(Collectors.toMap(code -> code.className, code -> code));
        compiler.getTask(
                        new StringWriter(),
                        null,
                        found,
                        List.of("-d", into.toString(), "-proc:none", "-nowarn", "-classpath", classPath()),
                        null,
                        codes.stream().map(Source::new).toList())
                .call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> told(diagnostic, byClass))
                .toList();
    }

    private static String told(Diagnostic<? extends JavaFileObject> error, Map<String, GuideCode> byClass) {
        String message = error.getMessage(Locale.ENGLISH).lines().limit(3).collect(Collectors.joining(" "));
        JavaFileObject source = error.getSource();
        if (!(source instanceof Source code)) {
            return message;
        }
        String line =
                code.text.lines().skip(error.getLineNumber() - 1).findFirst().orElse("");
        return byClass.get(code.className) + ": " + message + " in: " + line.strip();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** Runs the blocks, which must have been compiled. */
    void run(Path compiled, MailgunClient client, @Nullable Simulator simulator) throws ReflectiveOperationException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {compiled.toUri().toURL()})) {
            Class<?> type = loader.loadClass(className);
            give(type, "mailgun", client);
            give(type, "simulator", simulator);
            Object code = type.getConstructor().newInstance();
            for (int i = 1; i <= blocks; i++) {
                Method block = type.getDeclaredMethod("block" + i);
                block.setAccessible(true);
                block.invoke(code);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void give(Class<?> type, String name, @Nullable Object value) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        field.set(null, value);
    }

    /** The Markdown of the whole project. */
    static List<Path> documents(Path root) {
        List<Path> documents = new ArrayList<>();
        for (String folder : List.of("", "docs", "docs/guide")) {
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return documents;
    }

    static String text(Path document) {
        return new String(SharedFolder.read(document), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return document.getFileName().toString();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String className;
        private final String text;

        Source(GuideCode code) {
            super(URI.create("string:///" + code.className + ".java"), Kind.SOURCE);
            this.className = code.className;
            this.text = code.source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
