package io.github.mailgunreactor.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The page as HTML with its charts inside: headings, paragraphs, lists, tables, code and images, no more. */
final class HtmlPage {
    private static final Pattern IMAGE = Pattern.compile("!\\[[^]]*]\\(performance/([a-z0-9-]+)\\.svg\\)");

    private final Map<String, String> charts;
    private final List<String> html = new ArrayList<>();
    private String open = "";

    HtmlPage(Map<String, String> charts) {
        this.charts = charts;
    }

    String of(String markdown) {
        for (String line : markdown.split("\n", -1)) {
            add(line);
        }
        block("");
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Mailgun Reactor: performance</title>"
                + "<style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
                + "table{border-collapse:collapse;font-size:14px}td,th{border:1px solid #dfe3e8;padding:.3rem .6rem;"
                + "text-align:left}pre{background:#f6f8fa;padding:1rem;overflow:auto}svg{max-width:100%;height:auto}"
                + "</style></head><body>\n" + String.join("\n", html) + "\n</body></html>\n";
    }

    private void add(String line) {
        if (line.startsWith("```")) {
            block(open.equals("pre") ? "" : "pre");
        } else if (open.equals("pre")) {
            html.add(escaped(line));
        } else if (line.startsWith("#")) {
            block("");
            int level = line.indexOf(' ');
            html.add("<h%d>%s</h%d>".formatted(level, inline(line.substring(level + 1)), level));
        } else if (IMAGE.matcher(line).matches()) {
            block("");
            String name = IMAGE.matcher(line).replaceAll("$1");
            html.add("<p>" + charts.getOrDefault(name, "") + "</p>");
        } else if (line.startsWith("|")) {
            tableRow(line);
        } else if (line.startsWith("- ")) {
            block("ul");
            html.add("<li>" + inline(line.substring(2)));
        } else if (line.isBlank() || line.startsWith("<!--")) {
            block("");
        } else if (open.equals("ul") || open.equals("p")) {
            html.add(inline(line));
        } else {
            block("p");
            html.add(inline(line));
        }
    }

    private void tableRow(String line) {
        if (line.startsWith("|---")) {
            return;
        }
        String cell = open.equals("table") ? "td" : "th";
        block("table");
        StringBuilder row = new StringBuilder("<tr>");
        for (String text : line.substring(1, line.lastIndexOf('|')).split("\\|", -1)) {
            row.append('<')
                    .append(cell)
                    .append('>')
                    .append(inline(text.strip()))
                    .append("</")
                    .append(cell)
                    .append('>');
        }
        html.add(row.append("</tr>").toString());
    }

    /** Closes what is open and opens the other, unless that is open already. */
    private void block(String tag) {
        if (open.equals(tag)) {
            return;
        }
        if (!open.isEmpty()) {
            html.add("</" + open + ">");
        }
        if (!tag.isEmpty()) {
            html.add("<" + tag + ">");
        }
        open = tag;
    }

    private static String inline(String text) {
        return escaped(text)
                .replaceAll("\\*\\*([^*]+)\\*\\*", "<b>$1</b>")
                .replaceAll("`([^`]+)`", "<code>$1</code>")
                .replaceAll("\\[([^]]+)]\\(([^)]+)\\)", "<a href=\"$2\">$1</a>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
