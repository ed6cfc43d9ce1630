package io.github.mailgunreactor.simulator.internal.messages;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address with its display name.
 *
 * @param name the display name without quotes, empty if there is none
 * @param address such as {@code ada@example.org}
 * @param text as it was sent
 */
public record MailAddress(String name, String address, String text) {

    /** What makes two addresses the same. */
    public String key() {
        return address.toLowerCase(Locale.ROOT);
    }

    /** The address with its name, as a header has it. */
    public static MailAddress of(String name, String address) {
        String text = name.isEmpty()
                ? address
                : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\" <" + address + ">";
        return new MailAddress(name, address, text);
    }

    /** One address as headers and parameters have it, or {@code null} if the text is something else. */
    public static @Nullable MailAddress parse(String text) {
        return AddressList.parseOne(text);
    }

    String firstName() {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    String lastName() {
        int space = name.indexOf(' ');
        return space < 0 ? "" : name.substring(space + 1).strip();
    }

    /** Whether a text is a plain address: a local part that RFC 5321 allows, and the name of a host. */
    static boolean isValid(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1 || address.length() > 320) {
            return false;
        }
        return isLocalPart(address.substring(0, at)) && isHost(address.substring(at + 1));
    }

    private static boolean isLocalPart(String local) {
        if (local.length() > 1 && local.startsWith("\"") && local.endsWith("\"")) {
            return local.substring(1, local.length() - 1).chars().noneMatch(c -> c < ' ' || c == '"');
        }
        return !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.chars().allMatch(c -> c > ' ' && "()<>[]:;@\\,\"".indexOf(c) < 0 && c != 127);
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return host.length() > 2;
        }
        String ascii;
        try {
            ascii = IDN.toASCII(host);
        } catch (IllegalArgumentException notAName) {
            return false;
        }
        for (String label : ascii.split("\\.", -1)) {
            boolean name = !label.isEmpty() && label.length() < 64 && !label.startsWith("-") && !label.endsWith("-");
            if (!name
                    || !label.chars()
                            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'))) {
                return false;
            }
        }
        return true;
    }
}
