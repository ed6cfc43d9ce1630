package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.mailgunreactor.netty.Companion.VersionSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassPathCheckTest {
    private static final String MARKER = "io/netty/util/concurrent/FastThreadLocal.class";
    private static final String NETTY_VERSIONS = "META-INF/io.netty.versions.properties";

    @TempDir
    Path folder;

    private final List<URL> jars = new ArrayList<>();

    private void jar(String name, Map<String, String> entries) throws IOException {
        Path file = folder.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        jars.add(url(file));
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    private void nettyCommon(String name, String version) throws IOException {
        jar(name, Map.of(MARKER, "", NETTY_VERSIONS, "netty-common.version=" + version + "\n"));
    }

    private List<String> conflicts(String artifact) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(jars.toArray(new URL[0]), null)) {
            return ClassPathCheck.of(loader).conflicts().stream()
                    .filter(conflict -> conflict.artifact().equals(artifact))
                    .map(ClassPathConflict::problem)
                    .toList();
        }
    }

    @Test
    void findsNothingWrongHere() {
        ClassPathCheck check = ClassPathCheck.of(ClassPathCheck.class.getClassLoader());

        assertThat(check.conflicts()).isEmpty();
        assertThat(check.vulnerable()).isEmpty();
        assertThatNoException().isThrownBy(ClassPathCheck::require);
    }

    /** Of a class path without the files that say versions, as a shaded jar has. */
    @Test
    void asksTheClassesWhereNoFileSaysAVersion() {
        ClassLoader shaded = new ClassLoader(ClassPathCheck.class.getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.startsWith("META-INF/") ? Collections.emptyEnumeration() : super.getResources(name);
            }
        };

        assertThat(ClassPathCheck.of(shaded).conflicts()).isEmpty();
    }

    @Test
    void aClassThatOlderVersionsLackTellsThemApart() throws IOException {
        jar("application.jar", Map.of(MARKER, ""));

        assertThat(conflicts("io.netty:netty-common"))
                .containsExactly(
                        "found older, without io.netty.util.concurrent.ThreadAwareExecutor, needed 4.2.18.Final");
    }

    @ParameterizedTest
    @CsvSource({"4.1.137.Final", "4.2.0.Final", "4.2.14.Final", "3.10.6.Final", "4.2.9.Final-SNAPSHOT", "nonsense"})
    void anOlderVersionIsAConflict(String version) throws IOException {
        nettyCommon("netty-common-" + version + ".jar", version);

        assertThat(conflicts("io.netty:netty-common")).containsExactly("found " + version + ", needed 4.2.18.Final");
    }

    @ParameterizedTest
    @CsvSource({"4.2.15.Final", "4.2.18.Final", "4.2.100.Final", "4.3.0.Alpha1", "5.0.0", "4.2.18.Final-redhat-00001"})
    void aNewerVersionIsNone(String version) throws IOException {
        nettyCommon("netty-common-" + version + ".jar", version);

        assertThat(conflicts("io.netty:netty-common")).isEmpty();
    }

    @Test
    void twoVersionsOfOneArtifactAreAConflictInEitherOrder() throws IOException {
        nettyCommon("netty-common-4.2.18.Final.jar", "4.2.18.Final");
        nettyCommon("old.jar", "4.1.137.Final");
        String problem = "found 4.1.137.Final (in old.jar) beside 4.2.18.Final, needed 4.2.18.Final";

        assertThat(conflicts("io.netty:netty-common")).containsExactly(problem);
        Collections.reverse(jars);
        assertThat(conflicts("io.netty:netty-common")).containsExactly(problem);
    }

    @Test
    void anArtifactThatWasSplitIsFoundByItsFormerName() throws IOException {
        jar(
                "netty-codec-base-4.2.18.Final.jar",
                Map.of(
                        "io/netty/handler/codec/ByteToMessageDecoder.class",
                        "",
                        NETTY_VERSIONS,
                        "netty-codec-base.version=4.2.18.Final"));
        jar(
                "netty-codec-4.1.137.Final.jar",
                Map.of(
                        "io/netty/handler/codec/ByteToMessageDecoder.class",
                        "",
                        NETTY_VERSIONS,
                        "netty-codec.version=4.1.137.Final"));

        assertThat(conflicts("io.netty:netty-codec"))
                .containsExactly("found 4.1.137.Final beside 4.2.18.Final, needed 4.2.18.Final");
    }

    /** Libraries that shade Netty under another name carry its metadata all the same. */
    @Test
    void aVersionIsNotBelievedOfClassesInAnotherFile() throws IOException {
        nettyCommon("netty-common-4.2.18.Final.jar", "4.2.18.Final");
        jar(
                "grpc-netty-shaded.jar",
                Map.of("io/grpc/netty/shaded/X.class", "", NETTY_VERSIONS, "netty-common.version=4.1.100.Final"));

        assertThat(conflicts("io.netty:netty-common")).isEmpty();
    }

    @Test
    void aManifestIsBelievedOnlyIfItIsTheArtifactsOwn() throws IOException {
        Map<String, String> reactor = new LinkedHashMap<>();
        reactor.put(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nImplementation-Title: reactor-core\nImplementation-Version: 3.4.1\n");
        reactor.put("reactor/core/publisher/Mono.class", "");
        jar("reactor-core-3.4.1.jar", reactor);
        assertThat(conflicts("io.projectreactor:reactor-core")).containsExactly("found 3.4.1, needed 3.8.7");

        jars.clear();
        reactor.put(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nImplementation-Title: shop\nImplementation-Version: 99\n");
        jar("shop.jar", reactor);
        assertThat(conflicts("io.projectreactor:reactor-core"))
                .containsExactly("found older, without reactor.util.repeat.RepeatSpec, needed 3.8.7");
    }

    @Test
    void annotationsThatAreTooOldForJacksonThreeAreAConflict() throws IOException {
        jar(
                "jackson-annotations-2.17.2.jar",
                Map.of(
                        "com/fasterxml/jackson/annotation/JsonProperty.class",
                        "",
                        "META-INF/maven/com.fasterxml.jackson.core/jackson-annotations/pom.properties",
                        "version=2.17.2"));

        assertThat(conflicts("com.fasterxml.jackson.core:jackson-annotations"))
                .containsExactly("found 2.17.2, needed 2.21");
    }

    @Test
    void aVersionWithKnownVulnerabilitiesIsNoConflictAndIsTold() throws IOException {
        nettyCommon("netty-common-4.2.15.Final.jar", "4.2.15.Final");
        nettyCommon("netty-common-4.2.18.Final.jar", "4.2.18.Final");

        try (URLClassLoader loader = new URLClassLoader(jars.toArray(new URL[0]), null)) {
            assertThat(ClassPathCheck.of(loader).vulnerable()).containsExactly("io.netty 4.2.15.Final");
        }
    }

    @ParameterizedTest
    @CsvSource({NETTY_VERSIONS + ", netty-common.version=4.1.1.Final\\nx=\\u00zz", "META-INF/MANIFEST.MF, no manifest"})
    void aFileThatCannotBeReadSaysNoVersion(String file, String content) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(file, content.replace("\\n", "\n"));
        entries.put(MARKER, "");
        jar("netty-common.jar", entries);

        assertThat(conflicts("io.netty:netty-common"))
                .containsExactly(
                        "found older, without io.netty.util.concurrent.ThreadAwareExecutor, needed 4.2.18.Final");
    }

    /** As where a container loads an application anew: Java keeps the jars open that it has once looked into by URL. */
    @Test
    void aJarThatWasReplacedIsReadAnew() throws IOException {
        nettyCommon("netty-common.jar", "4.1.137.Final");
        assertThat(conflicts("io.netty:netty-common")).isNotEmpty();

        jars.clear();
        nettyCommon("netty-common.jar", "4.2.18.Final");
        assertThat(conflicts("io.netty:netty-common")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.String, true",
        "java.lang.String#strip, true",
        "java.lang.Long#MAX_VALUE, true",
        "java.lang.String#ofLaterJava, false",
        "java.lang.OfLaterJava, false",
        "java.lang.OfLaterJava#strip, false",
    })
    void aClassOrMemberIsThereOrNot(String sign, boolean there) {
        ClassPathFiles files = new ClassPathFiles(ClassPathCheckTest.class.getClassLoader());

        assertThat(files.hasSign(sign)).isEqualTo(there);
    }

    /** Such as one that is made for another version of what it needs. */
    @Test
    void ofAClassThatCannotBeLinkedNoMemberIsThere() throws IOException {
        String name = NeedsAnother.class.getName();
        try (InputStream bytes = NeedsAnother.class.getResourceAsStream("ClassPathCheckTest$NeedsAnother.class");
                JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("half.jar")))) {
            jar.putNextEntry(new JarEntry(name.replace('.', '/') + ".class"));
            Objects.requireNonNull(bytes).transferTo(jar);
        }
        try (URLClassLoader half = new URLClassLoader(new URL[] {url(folder.resolve("half.jar"))}, null)) {
            ClassPathFiles files = new ClassPathFiles(half);

            assertThat(files.hasSign(name)).isTrue();
            assertThat(files.hasSign(name + "#another")).isFalse();
        }
    }

    /** The other is not in the jar that has this. */
    public static final class NeedsAnother {
        private NeedsAnother() {}

        public ClassPathCheckTest another() {
            return new ClassPathCheckTest();
        }
    }

    @Test
    void whatCallsCannotDoWithoutIsMissed() throws IOException {
        assertThat(conflicts("io.netty:netty-resolver-dns")).containsExactly("missing, needed 4.2.18.Final");
        assertThat(conflicts("io.netty:netty-handler-proxy")).isEmpty();
    }

    @Test
    void theMessageNamesEachConflictAndTheLinesThatRepairIt() {
        List<ClassPathConflict> conflicts = List.of(
                new ClassPathConflict("io.netty:netty-common", "4.1.137.Final", "4.2.18.Final"),
                new ClassPathConflict("io.netty:netty-codec", "4.1.137.Final", "4.2.18.Final"),
                new ClassPathConflict("com.fasterxml.jackson.core:jackson-annotations", "2.14.2", "2.21"));

        ClassPathConflictException failure = new ClassPathConflictException(conflicts);

        assertThat(failure.conflicts())
                .isEqualTo(conflicts)
                .first()
                .hasToString("io.netty:netty-common: found 4.1.137.Final, needed 4.2.18.Final");
        assertThat(failure)
                .hasMessageContaining(
                        "io.netty:netty-common, io.netty:netty-codec: found 4.1.137.Final, needed 4.2.18.Final\n")
                .hasMessageContaining("com.fasterxml.jackson.core:jackson-annotations: found 2.14.2, needed 2.21\n")
                .hasMessageContaining("<artifactId>mailgun-reactor-bom</artifactId>")
                .hasMessageContaining("implementation(platform(\"io.github.mailgun-reactor:mailgun-reactor-bom:")
                .hasMessageContaining("<netty.version>4.2.18.Final</netty.version>")
                .hasMessageContaining("extra[\"netty.version\"] = \"4.2.18.Final\"")
                .hasMessageContaining("<jackson-bom.version>3.1.8</jackson-bom.version>")
                .hasMessageContaining("2.21.4 brings what is needed")
                .hasMessageNotContaining("<reactor-bom.version>");
    }

    /** Under Maven, whose class path is that of the POMs. */
    @Test
    void asksForTheVersionsThatTheBomBrings() throws IOException {
        String bom = Files.readString(root().resolve("bom/pom.xml"));

        for (VersionSet set : VersionSet.values()) {
            String name = set.name().toLowerCase(Locale.ROOT);
            assertThat(bom).containsPattern("<" + name + "(-bom)?\\.version>" + set.version + "</");
        }
    }

    private static Path root() {
        return Files.isDirectory(Path.of("bom")) ? Path.of("") : Path.of("..");
    }
}
