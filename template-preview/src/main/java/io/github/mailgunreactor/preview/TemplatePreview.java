package io.github.mailgunreactor.preview;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * The content of a template, to be rendered as Mailgun renders it, without Mailgun: for a preview, or a test that shows what the
 * recipient will see. Immutable.
 *
 * <p>It knows the helpers that Mailgun has: {@code if} with {@code else} and {@code else if}, {@code unless}, {@code each},
 * {@code with}, {@code equal}; and, from the engine that Mailgun published, {@code ifGt}, {@code ifLt}, {@code ifEq},
 * {@code ifMatchesRegexStr}, {@code pluralize}, {@code lookup}, {@code log}, and {@code .length}. A variable that is missing
 * prints nothing. Mailgun documents neither how it escapes nor which build of the engine it runs, so what is shown here is what
 * that engine does. A template reaches its variables and nothing else: no file, no class, no partial. Nothing blocks; rendering
 * takes processor time in the caller's thread.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-templates">Templates</a>
 */
public final class TemplatePreview {
    private static final int LARGEST = 100 * 1024;

    private final String content;

    // Handlebars reads files of its own for the first template: when this class is loaded, rather than where one is
    // rendered.
    static {
        TemplatePreview.of("{{name}}").render(Map.of());
    }

    private TemplatePreview(String content) {
        this.content = content;
    }

    /**
     * The content of a template.
     *
     * @param content HTML with Handlebars, at most 100 KB, as for Mailgun
     * @throws TemplatePreviewException if its syntax is wrong or it calls a helper that Mailgun does not have, which is named
     */
    public static TemplatePreview of(String content) {
        if (content.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new IllegalArgumentException("content must be at most 100 KB");
        }
        TemplatePreview preview = new TemplatePreview(content);
        preview.guarded(() -> preview.compiled(new RenderBudget(), EscapingStrategy.NOOP));
        return preview;
    }

    /**
     * The HTML that it makes of variables, whose {@code & < > " '} are escaped unless the template asks for them as they are.
     *
     * @param variables texts, numbers, booleans, {@code null}, and maps and lists of these, as in {@code t:variables}
     * @throws TemplatePreviewException if it makes more than 1,000,000 characters, intermediate ones counted, names a partial, or
     *     calls a helper with too few or too many values
     */
    public String render(Map<String, ?> variables) {
        return render(variables, TemplatePreview::escaped);
    }

    /**
     * What it makes of variables where nothing is escaped, as in a subject.
     *
     * @throws TemplatePreviewException as for {@link #render}
     */
    public String renderUnescaped(Map<String, ?> variables) {
        return render(variables, EscapingStrategy.NOOP);
    }

    private String render(Map<String, ?> variables, EscapingStrategy escaping) {
        Object model = Objects.requireNonNull(PlainValues.copy(variables, 0));
        return guarded(() -> compiled(new RenderBudget(), escaping)
                .apply(Context.newBuilder(model).resolver(new PlainValues()).build()));
    }

    private Template compiled(RenderBudget budget, EscapingStrategy escaping) throws IOException {
        return new Handlebars(new NoPartials())
                .with(new PreviewHelpers(budget))
                .with(escaping)
                .with((value, next) -> {
                    if (value instanceof Handlebars.SafeString) {
                        return value;
                    }
                    String text = PlainValues.text(value);
                    budget.spend(text.length());
                    return text;
                })
                .prettyPrint(true)
                .compileInline(content);
    }

    private interface Work<T> {
        T done() throws IOException;
    }

    private <T> T guarded(Work<T> work) {
        try {
            return work.done();
        } catch (HandlebarsException | IOException failure) {
            throw told(failure);
        } catch (StackOverflowError tooDeep) {
            throw new TemplatePreviewException("the template is nested too deep");
        }
    }

    /** What went wrong, without the library's account of it, which quotes the template. */
    private static TemplatePreviewException told(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplatePreviewException known) {
                return known;
            }
        }
        if (failure instanceof HandlebarsException wrong && wrong.getError() != null) {
            return new TemplatePreviewException("line " + wrong.getError().line + ", column " + wrong.getError().column
                    + ": " + wrong.getError().reason);
        }
        Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
        return new TemplatePreviewException(String.valueOf(cause.getMessage()));
    }

    private static CharSequence escaped(CharSequence text) {
        return text.toString()
                .replace("&", "&amp;")
                .replace("'", "&apos;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The kind of template, without its content. */
    @Override
    public String toString() {
        return "TemplatePreview[" + content.length() + " characters]";
    }
}
