package io.github.mailgunreactor.kotlin

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.writeText
import org.assertj.core.api.Assertions.assertThat
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/**
 * What Kotlin must refuse to compile, beside the same code done right, so that a refusal is for the
 * right reason.
 */
class NullMisuseTest {
    @TempDir lateinit var folder: Path

    @Test
    fun `null is no argument`() {
        assertThat(compile("keys.delete(\"id\")")).isEmpty()
        assertThat(compile("keys.delete(null)"))
            .contains("null cannot be a value of a non-null type")
    }

    @Test
    fun `what may be null is not used as if it were there`() {
        assertThat(compile("key.expiresAt?.epochSecond")).isEmpty()
        assertThat(compile("key.expiresAt.epochSecond"))
            .contains("only safe (?.) or non-null asserted (!!.) calls")
    }

    @Test
    fun `what identifies a thing needs no check`() {
        assertThat(compile("key.id.length")).isEmpty()
    }

    /** The errors of compiling an expression. */
    private fun compile(expression: String): String {
        val source = Files.createTempFile(folder, "Caller", ".kt")
        source.writeText(
            """
            import io.github.mailgunreactor.keys.*
            fun call(keys: KeysApi, key: ApiKey): Any? = $expression
            """
                .trimIndent()
        )
        val output = ByteArrayOutputStream()
        val exit =
            K2JVMCompiler()
                .exec(
                    PrintStream(output),
                    "-no-stdlib",
                    "-no-reflect",
                    "-nowarn",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-d",
                    folder.resolve("out").toString(),
                    source.toString(),
                )
        val errors =
            output
                .toString(Charsets.UTF_8)
                .lines()
                .filter { it.contains("error:") }
                .joinToString("\n")
        assertThat(exit)
            .isEqualTo(if (errors.isBlank()) ExitCode.OK else ExitCode.COMPILATION_ERROR)
        return errors
    }
}
