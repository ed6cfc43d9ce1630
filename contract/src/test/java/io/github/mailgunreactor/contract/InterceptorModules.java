package io.github.mailgunreactor.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.mailgunreactor.core.Interceptor;
import io.github.mailgunreactor.core.observation.UnreadableValueListener;
import io.github.mailgunreactor.core.ratelimit.RateBudget;
import java.util.List;
import java.util.Set;

/**
 * The modules that stand around calls: something of theirs is called by {@code core}. Nobody has to add a module to a list.
 */
final class InterceptorModules {
    private static final String ROOT = "io.github.mailgunreactor.";
    private static final List<Class<?>> CALLED_BY_CORE =
            List.of(Interceptor.class, RateBudget.class, UnreadableValueListener.class);

    /** Those that have more to do: the core itself, and what several instances share, behind interfaces of API modules too. */
    private static final Set<String> OTHERS = Set.of("core", "redis");

    private InterceptorModules() {}

    /** Those among the classes, as ArchUnit writes a package and what is below it. */
    static String[] in(JavaClasses classes) {
        return classes.stream()
                .filter(type -> CALLED_BY_CORE.stream().anyMatch(type::isAssignableTo))
                .map(InterceptorModules::module)
                .filter(module -> !OTHERS.contains(module))
                .distinct()
                .map(module -> ROOT + module + "..")
                .toArray(String[]::new);
    }

    private static String module(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("[.]", 2)[0];
    }
}
