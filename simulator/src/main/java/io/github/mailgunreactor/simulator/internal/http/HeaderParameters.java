package io.github.mailgunreactor.simulator.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the parameters of a header such as {@code form-data; name="o:tag"; filename*=UTF-8''na%C3%AFve.txt}. */
final class HeaderParameters {

    private HeaderParameters() {}

    /** Names in lower case with their values; an extended value wins over a plain one of the same name. */
    static Map<String, String> of(String header) {
        Map<String, String> parameters = new TreeMap<>();
        int at = header.indexOf(';');
        while (at >= 0 && at < header.length()) {
            int equals = header.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            StringBuilder value = new StringBuilder();
            at = value(header, equals + 1, value);
            if (name.endsWith("*")) {
                parameters.put(name.substring(0, name.length() - 1), extended(value.toString()));
            } else {
                parameters.putIfAbsent(name, value.toString());
            }
        }
        return parameters;
    }

    /** Reads a value and gives the position of the semicolon behind it, or the end. */
    private static int value(String header, int from, StringBuilder value) {
        int at = from;
        while (at < header.length() && header.charAt(at) == ' ') {
            at++;
        }
        if (at == header.length() || header.charAt(at) != '"') {
            int semicolon = header.indexOf(';', at);
            int end = semicolon < 0 ? header.length() : semicolon;
            value.append(header.substring(at, end).strip());
            return end;
        }
        for (at++; at < header.length() && header.charAt(at) != '"'; at++) {
            char c = header.charAt(at);
            boolean escapes = c == '\\' && at + 1 < header.length() && "\"\\".indexOf(header.charAt(at + 1)) >= 0;
            value.append(escapes ? header.charAt(++at) : c);
        }
        int semicolon = header.indexOf(';', at);
        return semicolon < 0 ? header.length() : semicolon;
    }

    private static String extended(String value) {
        String[] pieces = value.split("'", 3);
        try {
            return pieces.length < 3 ? value : URLDecoder.decode(pieces[2].replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return value;
        }
    }
}
