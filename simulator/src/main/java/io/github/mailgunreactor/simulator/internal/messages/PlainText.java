package io.github.mailgunreactor.simulator.internal.messages;

import java.util.regex.Pattern;

/** What is left of HTML without its tags, for readers of text. */
final class PlainText {
    private static final Pattern UNSEEN = Pattern.compile("(?is)<(head|style|script)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern LINE_END = Pattern.compile("(?i)<br\\s*/?>|</(p|div|h[1-6]|li|tr)\\s*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private PlainText() {}

    static String of(String html) {
        String seen = UNSEEN.matcher(html).replaceAll("");
        String lines = LINE_END.matcher(seen).replaceAll("\n");
        return TAG.matcher(lines)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .strip();
    }
}
