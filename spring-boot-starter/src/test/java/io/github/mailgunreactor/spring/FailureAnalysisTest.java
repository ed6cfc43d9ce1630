package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.netty.ClassPathConflict;
import io.github.mailgunreactor.netty.ClassPathConflictException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What an application that cannot start says about it. */
class FailureAnalysisTest {

    @Test
    void aMissingKeyIsNamedWithWhatToDo() {
        FailureAnalysis analysis = analysisOf();

        assertThat(analysis.getDescription()).contains("mailgun.api-key", "not set");
        assertThat(analysis.getAction()).contains("Credentials", "mailgun.enabled=false");
    }

    @Test
    void aKeyOfANamedClientIsNamedToo() {
        assertThat(analysisOf("mailgun.api-key=key-1", "mailgun.clients.other.api-key= ")
                        .getDescription())
                .contains("mailgun.clients.other.api-key");
    }

    @Test
    void aKeyThatCannotBeOneIsNotRepeated() {
        Contexts.withoutKey()
                .withPropertyValues("mailgun.api-key=key-ver\u00a0y secret")
                .run(context -> {
                    Throwable failure = Objects.requireNonNull(context.getStartupFailure());
                    assertThat(printed(failure)).doesNotContain("secret");
                    assertThat(Objects.requireNonNull(new MailgunFailureAnalyzer().analyze(failure))
                                    .getDescription())
                            .contains("mailgun.api-key", "white space");
                });
    }

    @Test
    void aValueOutOfRangeIsNamedWithItsRange() {
        assertThat(analysisOf("mailgun.api-key=key-1", "mailgun.pool.max-connections=0")
                        .getDescription())
                .contains("mailgun.pool.max-connections", "1 to 10000");
        assertThat(analysisOf("mailgun.api-key=key-1", "mailgun.timeout=0s").getDescription())
                .contains("mailgun.timeout");
        assertThat(analysisOf("mailgun.api-key=key-1", "mailgun.retry.max-attempts=21")
                        .getDescription())
                .contains("mailgun.retry.max-attempts", "1 to 20");
    }

    @Test
    void aRegionThatIsNoneSaysWhichThereAre() {
        Contexts.withKey().withPropertyValues("mailgun.region=mars").run(context -> {
            assertThat(context).hasFailed();
            assertThat(printed(Objects.requireNonNull(context.getStartupFailure())))
                    .contains("mailgun.region", "region must be us, eu, or a URL that starts with https://");
        });
    }

    @Test
    void aClassPathThatIsTooOldSaysWhichVersionsToSet() {
        LinkageError error = new NoSuchMethodError("MonoSink.contextView()");
        error.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("io.github.mailgunreactor.netty.NettyTransport", "<init>", null, 1)
        });

        FailureAnalysis analysis =
                Objects.requireNonNull(new ClassPathFailureAnalyzer().analyze(new IllegalStateException(error)));

        assertThat(analysis.getAction()).contains("netty.version=", "reactor-bom.version=");
    }

    @Test
    void aConflictThatTheTransportFoundIsNamedWithWhichVersionsToSet() throws ReflectiveOperationException {
        FailureAnalysis analysis = Objects.requireNonNull(new ClassPathFailureAnalyzer()
                .analyze(new IllegalStateException(conflict("io.netty:netty-common", "4.1.137.Final"))));

        assertThat(analysis.getDescription())
                .contains("io.netty:netty-common: found 4.1.137.Final, needed 4.2.18.Final");
        assertThat(analysis.getAction()).contains("netty.version=4.2.18.Final");
    }

    @Test
    void theClassPathOfOthersIsLeftToThem() {
        LinkageError error = new NoSuchMethodError("of.another()");
        error.setStackTrace(new StackTraceElement[] {new StackTraceElement("org.example.Other", "call", null, 1)});

        assertThat(new ClassPathFailureAnalyzer().analyze(error)).isNull();
    }

    /** Only the transport makes one, of a class path that this one is not. */
    private static ClassPathConflictException conflict(String artifact, String found)
            throws ReflectiveOperationException {
        Constructor<ClassPathConflictException> constructor =
                ClassPathConflictException.class.getDeclaredConstructor(List.class);
        constructor.setAccessible(true);
        return constructor.newInstance(List.of(new ClassPathConflict(artifact, found, "4.2.18.Final")));
    }

    private static FailureAnalysis analysisOf(String... properties) {
        @Nullable FailureAnalysis[] analysis = new @Nullable FailureAnalysis[1];
        Contexts.withoutKey()
                .withPropertyValues(properties)
                .run(context -> analysis[0] =
                        new MailgunFailureAnalyzer().analyze(Objects.requireNonNull(context.getStartupFailure())));
        return Objects.requireNonNull(analysis[0]);
    }

    private static String printed(Throwable failure) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        failure.printStackTrace(new PrintStream(text, true, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
    }
}
