package io.github.mailgunreactor.routes;

import io.github.mailgunreactor.core.Arguments;
import java.util.List;

/** Checks where a forward leads. */
final class ForwardTargets {
    private ForwardTargets() {}

    static List<String> urls(String... urls) {
        return texts("urls", 3, urls);
    }

    static List<String> recipients(String... recipients) {
        return texts("recipients", 5, recipients);
    }

    private static List<String> texts(String parameter, int most, String... texts) {
        Arguments.requireRange("number of " + parameter, texts.length, 1, most);
        for (String text : texts) {
            Arguments.requireText(parameter, text);
        }
        return List.of(texts);
    }
}
