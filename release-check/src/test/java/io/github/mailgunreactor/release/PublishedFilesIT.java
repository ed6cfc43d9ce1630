package io.github.mailgunreactor.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What this build deployed to {@code target/rehearsal}, held against the rules of Maven Central and against the BOM. It is
 * skipped where the build deployed nothing: with {@code -o}, or for a part of the modules.
 */
class PublishedFilesIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path GROUP = ROOT.resolve("target/rehearsal/io/github/mailgun-reactor");
    private static final ProjectFile PARENT = ProjectFile.read(ROOT.resolve("pom.xml"));
    private static final ProjectFile BOM = ProjectFile.read(ROOT.resolve("bom/pom.xml"));

    @BeforeAll
    static void thereIsSomethingToRead() {
        assumeTrue(
                Files.isDirectory(GROUP.resolve("mailgun-reactor-bom")),
                "nothing was deployed to target/rehearsal: run mvn verify for the whole project, without -o");
    }

    static List<PublishedArtifact> published() {
        return Files.isDirectory(GROUP) ? PublishedArtifact.in(GROUP) : List.of();
    }

    static List<PublishedArtifact> jars() {
        return published().stream().filter(PublishedArtifact::isJar).toList();
    }

    @Test
    void whatIsPublishedIsWhatTheBomLists() {
        Set<String> listed = BOM.elements("dependencyManagement", "dependencies", "dependency").stream()
                .filter(dependency -> ProjectFile.text(dependency, "groupId").equals("io.github.mailgun-reactor"))
                .map(dependency -> ProjectFile.text(dependency, "artifactId"))
                .collect(Collectors.toCollection(TreeSet::new));
        listed.addAll(List.of("mailgun-reactor-bom", "mailgun-reactor-parent"));

        assertThat(published()).extracting(PublishedArtifact::id).containsExactlyElementsOf(listed);
    }

    @Test
    void theBomNamesTheVersionsThatTheBuildUses() {
        for (String version : List.of("netty.version", "reactor-bom.version", "jackson.version")) {
            assertThat(BOM.text("properties", version)).as(version).isEqualTo(PARENT.text("properties", version));
        }
        assertThat(BOM.text("version")).isEqualTo(PARENT.text("version"));
    }

    @ParameterizedTest
    @MethodSource("published")
    void saysWhatItIsAndWhoseItIs(PublishedArtifact artifact) {
        ProjectFile pom = ProjectFile.read(artifact.file(".pom"));
        assertThat(pom.text("modelVersion")).isEqualTo("4.0.0");
        assertThat(pom.text("name")).isNotBlank();
        assertThat(pom.text("description")).isNotBlank();

        // Inherited by all but the parent itself and the BOM.
        ProjectFile told = pom.elements("parent").isEmpty() ? pom : PARENT;
        assertThat(told.text("url")).startsWith("https://");
        assertThat(told.text("licenses", "license", "name")).isEqualTo("Apache-2.0");
        assertThat(told.text("licenses", "license", "url")).startsWith("https://");
        assertThat(told.text("developers", "developer", "name")).isNotBlank();
        assertThat(told.text("scm", "url")).startsWith("https://");
        assertThat(told.text("scm", "connection")).startsWith("scm:git:");
        assertThat(told.text("scm", "developerConnection")).startsWith("scm:git:");
    }

    @ParameterizedTest
    @MethodSource("published")
    void leadsToNoRepositoryOfItsOwn(PublishedArtifact artifact) {
        ProjectFile pom = ProjectFile.read(artifact.file(".pom"));
        assertThat(pom.elements("repositories")).isEmpty();
        assertThat(pom.elements("pluginRepositories")).isEmpty();
        assertThat(pom.elements("distributionManagement")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jars")
    void bringsItsSourcesAndItsJavadocAndNothingElse(PublishedArtifact artifact) {
        assertThat(artifact.files()).containsExactly("-javadoc.jar", "-sources.jar", ".jar", ".pom");
        assertThat(artifact.entries("-javadoc.jar")).contains("index.html");
        assertThat(artifact.entries("-sources.jar")).anyMatch(entry -> entry.endsWith(".java"));
    }

    @ParameterizedTest
    @MethodSource("jars")
    void carriesItsLicence(PublishedArtifact artifact) {
        for (String jar : List.of(".jar", "-sources.jar")) {
            assertThat(artifact.entries(jar)).contains("META-INF/LICENSE", "META-INF/NOTICE");
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void hasANameAsAModuleThatNoOtherHas(PublishedArtifact artifact) {
        assertThat(artifact.moduleName()).startsWith("io.github.mailgunreactor.");
        assertThat(jars().stream().map(PublishedArtifact::moduleName)).containsOnlyOnce(artifact.moduleName());
    }

    @ParameterizedTest
    @MethodSource("jars")
    void carriesWhatANativeImageMustKnow(PublishedArtifact artifact) {
        Path committed = ROOT.resolve(artifact.id().substring("mailgun-reactor-".length()))
                .resolve("src/main/resources/META-INF/native-image");
        String file =
                "META-INF/native-image/io.github.mailgun-reactor/" + artifact.id() + "/reachability-metadata.json";

        assertThat(artifact.entries(".jar").contains(file)).isEqualTo(Files.isDirectory(committed));
    }

    @ParameterizedTest
    @MethodSource("jars")
    void hasNoFileOfATestOrOfTheBuild(PublishedArtifact artifact) {
        assertThat(artifact.entries(".jar"))
                .noneMatch(entry ->
                        entry.contains("/testing/") || entry.endsWith("Test.class") || entry.endsWith(".java"));
    }

    @ParameterizedTest
    @MethodSource("published")
    void hasTheRightChecksums(PublishedArtifact artifact) throws Exception {
        for (String file : artifact.files()) {
            byte[] content = Files.readAllBytes(artifact.file(file));
            assertThat(Files.readString(artifact.file(file + ".sha1"))).startsWith(digest("SHA-1", content));
            assertThat(Files.readString(artifact.file(file + ".md5"))).startsWith(digest("MD5", content));
        }
    }

    private static String digest(String algorithm, byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    }
}
