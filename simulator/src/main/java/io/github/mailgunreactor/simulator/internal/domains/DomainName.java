package io.github.mailgunreactor.simulator.internal.domains;

import java.util.regex.Pattern;

/** What may name a domain: two labels or more, of letters, digits, dashes and underscores. */
public final class DomainName {
    private static final int LONGEST = 253;
    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+", Pattern.CASE_INSENSITIVE);

    private DomainName() {}

    public static boolean isValid(String name) {
        return name.length() <= LONGEST && NAME.matcher(name).matches();
    }
}
