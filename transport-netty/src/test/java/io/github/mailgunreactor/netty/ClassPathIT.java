package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.testing.FaultServer;
import io.github.mailgunreactor.testing.TestCertificate;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

/** Programs of their own, that make a client. The class paths of real neighbours are those of the module {@code neighbours}. */
@Timeout(120)
class ClassPathIT {
    private static final String OURS =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    Path folder;

    /** The program. */
    static final class MakesAClient {
        private MakesAClient() {}

        public static void main(String[] args) {
            MailgunClient.create("key").close();
            System.out.println("made");
        }
    }

    /** As an SDK on Netty 4.1 brings it beside Netty 4.2, where it has another name. */
    private Path strayCodec() throws IOException {
        Path jar = folder.resolve("netty-codec-4.1.137.Final.jar");
        String type = "io/netty/handler/codec/ByteToMessageDecoder.class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream bytes =
                        Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(type))) {
            out.putNextEntry(new JarEntry(type));
            bytes.transferTo(out);
            out.putNextEntry(new JarEntry("META-INF/io.netty.versions.properties"));
            out.write("netty-codec.version=4.1.137.Final\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        return jar;
    }

    private String run(String classPath) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        MakesAClient.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    @Test
    void aClientIsMadeOfWhatThePomsBring() throws Exception {
        assertThat(run(OURS)).contains("made").doesNotContain("Exception");
    }

    /** An application's own client may have Reactor Netty from our poms alone, where ours are nearer to its own. */
    @Test
    void reactorNettysOwnClientSpeaksTlsWithWhatThePomsBring() {
        try (FaultServer server =
                FaultServer.start(TestCertificate.of("dns:localhost").server(), false)) {
            String url = "https://localhost:" + server.region().port() + "/";
            StepVerifier.create(HttpClient.create().get().uri(url).response())
                    .verifyErrorSatisfies(failure -> assertThat(failure).isInstanceOf(SSLHandshakeException.class));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStrayJarIsNamedWhateverTheOrder(boolean first) throws Exception {
        String stray = strayCodec().toString();

        assertThat(run(first ? stray + File.pathSeparator + OURS : OURS + File.pathSeparator + stray))
                .contains("ClassPathConflictException")
                .contains("io.netty:netty-codec: found 4.1.137.Final beside ")
                .doesNotContain("made", "NoSuchMethodError", "NoClassDefFoundError");
    }
}
