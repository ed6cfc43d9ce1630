package io.github.mailgunreactor.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

/** Contexts of what the jar registers, as an application gets them. */
final class Contexts {
    private Contexts() {}

    /** With a key and nothing else. */
    static ApplicationContextRunner withKey() {
        return withoutKey().withPropertyValues("mailgun.api-key=key-1");
    }

    static ApplicationContextRunner withoutKey() {
        return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(registered()));
    }

    static ReactiveWebApplicationContextRunner web() {
        return new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(registered()))
                .withPropertyValues("mailgun.api-key=key-1");
    }

    private static Class<?>[] registered() {
        return ImportCandidates.load(AutoConfiguration.class, Contexts.class.getClassLoader()).getCandidates().stream()
                .filter(name -> name.startsWith(Contexts.class.getPackageName() + "."))
                .map(Contexts::type)
                .toArray(Class<?>[]::new);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
