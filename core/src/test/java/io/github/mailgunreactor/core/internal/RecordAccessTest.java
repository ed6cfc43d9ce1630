package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.ResponseType;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real named module, compiled here, as a modular application is. */
class RecordAccessTest {
    @TempDir
    Path folder;

    record Local(String id, List<Local> more) {}

    @Test
    void namesTheModulesRepairWhenTheRequestIsMade() throws Exception {
        Class<?> sent = module("module acme { }").loadClass("acme.mail.Sent");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Method.GET.path("/v3/x").asJson(sent))
                .withMessage("acme.mail.Sent cannot be read: its module needs 'opens acme.mail;'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseType.list(sent))
                .withMessageContaining("opens acme.mail");
    }

    @Test
    void findsAClosedRecordInsideAnOpenOne() throws Exception {
        Class<?> outer = module("module acme { opens acme.mail.outer; }").loadClass("acme.mail.outer.Outer");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordAccess.require(outer))
                .withMessageStartingWith("acme.mail.Sent cannot be read");
    }

    @Test
    void acceptsAnOpenPackageAndAPublicRecordOfAnExportedOne() throws Exception {
        assertThat(RecordAccess.require(
                        module("module acme { opens acme.mail; }").loadClass("acme.mail.Sent")))
                .isNotNull();
        assertThat(RecordAccess.require(module("module acme { exports acme.mail; exports acme.mail.outer; }")
                        .loadClass("acme.mail.outer.Outer")))
                .isNotNull();
    }

    @Test
    void acceptsWhatIsInNoModule() {
        assertThat(RecordAccess.require(Local.class)).isEqualTo(Local.class);
        assertThat(RecordAccess.require(Integer.class)).isEqualTo(Integer.class);
    }

    @Test
    void acceptsARecordThatIsNotPublicInAnOpenPackage() throws Exception {
        assertThat(RecordAccess.require(
                        module("module acme { opens acme.mail; }").loadClass("acme.mail.Kept")))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.mail.Kept", "acme.mail.Kept$Inner"})
    void findsARecordThatIsNotPublicOrInsideOfAClassThatIsNot(String name) throws Exception {
        Class<?> kept = module("module acme { exports acme.mail; }").loadClass(name);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordAccess.require(kept))
                .withMessage(name + " cannot be read: its module needs 'opens acme.mail;'");
    }

    @Test
    void findsAClosedRecordAfterAnythingElse() throws Exception {
        Class<?> wide = module("module acme { opens acme.mail.outer; }").loadClass("acme.mail.outer.Wide");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordAccess.require(wide))
                .withMessageStartingWith("acme.mail.Sent cannot be read");
    }

    private ClassLoader module(String declaration) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src" + declaration.hashCode()));
        Path classes = Files.createDirectories(folder.resolve("classes" + declaration.hashCode()));
        Files.writeString(sources.resolve("module-info.java"), declaration);
        Path mail = Files.createDirectories(sources.resolve("acme/mail"));
        Files.writeString(mail.resolve("Sent.java"), "package acme.mail; public record Sent(String id) {}");
        Files.writeString(
                mail.resolve("Kept.java"),
                "package acme.mail; record Kept(String id) { public record Inner(String id) {} }");
        Path outer = Files.createDirectories(mail.resolve("outer"));
        Files.writeString(
                outer.resolve("Outer.java"),
                "package acme.mail.outer; public record Outer(java.util.List<acme.mail.Sent> sent) {}");
        Files.writeString(
                outer.resolve("Wide.java"),
                "package acme.mail.outer; public record Wide<T>(String id, T item, T[] items, String again, Wide<T> more,"
                        + " Small small, acme.mail.Sent sent) { public record Small(long size) {} }");
        String[] files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .toArray(String[]::new);
        }
        String[] arguments = Stream.concat(Stream.of("-d", classes.toString()), Stream.of(files))
                .toArray(String[]::new);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
                .isZero();
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("acme"));
        return ModuleLayer.boot()
                .defineModulesWithOneLoader(configuration, getClass().getClassLoader())
                .findLoader("acme");
    }
}
