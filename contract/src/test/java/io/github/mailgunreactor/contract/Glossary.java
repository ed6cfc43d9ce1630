package io.github.mailgunreactor.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.ParamSet;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rules of the glossary, which stands in CONTRIBUTING: what is a matter of taste there is read from there. */
final class Glossary {
    private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");
    private static final Pattern OWN_FACTORY = Pattern.compile("of|all|none|empty|of[A-Z]\\w*");
    private static final Pattern PARAMETER_NAME = Pattern.compile("New[A-Z]\\w*|\\w*(Change|Filter|Query)");
    private static final Pattern COUNT = Pattern.compile("total|count|\\w+(Count|Total)|total[A-Z]\\w*Count");
    private static final Pattern SECONDS = Pattern.compile("(?i).*(ttl|seconds|duration|lifetime)");
    private static final Set<String> WIRE_WORDS = Set.of("page", "perPage", "limit", "offset");
    private static final Set<String> BANNED_WORDS = Set.of("answer", "answers", "answered", "try", "tries");
    private static final Set<String> GIVE_ONE = Set.of("get", "create", "change", "delete", "remove");

    private final Set<String> otherVerbs;
    private final Set<String> kinds;
    private final Set<String> otherParameters;

    /** The glossary as it stands in CONTRIBUTING. */
    Glossary() {
        String text = new String(SharedFolder.read(Path.of("../CONTRIBUTING.md")), StandardCharsets.UTF_8);
        this.otherVerbs = quoted(text, "| other verbs |");
        this.kinds = quoted(text, "| factories that name a kind |");
        this.otherParameters = quoted(text, "| parameters of another kind |");
    }

    private static Set<String> quoted(String text, String row) {
        return text.lines()
                .filter(line -> line.startsWith(row))
                .flatMap(line -> QUOTED.matcher(line).results())
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Methods of API classes start with a verb of the table. */
    List<String> verbs(Collection<Class<?>> types) {
        return ofApis(types, (method, found) -> {
            String verb = verb(method);
            if (!Set.of("list", "add", "await").contains(verb)
                    && !GIVE_ONE.contains(verb)
                    && !otherVerbs.contains(verb)) {
                found.add(name(method) + " starts with no verb of the table");
            }
        });
    }

    /** What a method gives follows from its verb. */
    List<String> returnTypes(Collection<Class<?>> types) {
        return ofApis(types, (method, found) -> {
            Class<?> gives = method.getReturnType();
            String verb = verb(method);
            if (verb.equals("list") != PagedFlux.class.equals(gives)) {
                found.add(name(method) + " gives " + gives.getSimpleName()
                        + ", but lists, and only they, give PagedFlux");
            } else if (GIVE_ONE.contains(verb) && !Mono.class.equals(gives)) {
                found.add(name(method) + " gives " + gives.getSimpleName() + " in place of Mono");
            } else if (verb.equals("add") && !Mono.class.equals(gives) && !Flux.class.equals(gives)) {
                found.add(name(method) + " gives " + gives.getSimpleName() + " in place of Mono or Flux");
            }
        });
    }

    /** A call says what a switch is for. */
    List<String> switches(Collection<Class<?>> types) {
        return ofApis(types, (method, found) -> {
            if (Stream.of(method.getParameterTypes())
                    .anyMatch(type -> type == boolean.class || type == Boolean.class)) {
                found.add(name(method) + " takes a positional boolean");
            }
        });
    }

    /** Parameter sets start with a factory that nobody takes for a further step, and nothing else. */
    List<String> factories(Collection<Class<?>> types) {
        List<String> found = new ArrayList<>();
        parameterSets(types).forEach(type -> {
            Set<String> steps = methods(type)
                    .filter(method -> !Modifier.isStatic(method.getModifiers()))
                    .map(Method::getName)
                    .collect(Collectors.toSet());
            methods(type)
                    .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type)
                    .filter(method -> steps.contains(method.getName())
                            || !(OWN_FACTORY.matcher(method.getName()).matches() || kinds.contains(method.getName())))
                    .forEach(method -> found.add(name(method) + " reads as a further step"));
            Stream.of(type.getFields())
                    .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
                    .forEach(field -> found.add(type.getSimpleName() + "." + field.getName() + " is no factory"));
        });
        return found;
    }

    /** The size of a page and the position in a listing have one name and type. */
    List<String> positions(Collection<Class<?>> types) {
        List<String> found = new ArrayList<>();
        parameterSets(types).flatMap(Glossary::methods).forEach(method -> {
            Class<?>[] takes = method.getParameterTypes();
            if (WIRE_WORDS.contains(method.getName())) {
                found.add(name(method) + " is a word of the wire: pageSize or skip");
            } else if (method.getName().equals("pageSize") && !Arrays.equals(takes, new Class<?>[] {int.class})) {
                found.add(name(method) + " does not take an int");
            } else if (method.getName().equals("skip") && !Arrays.equals(takes, new Class<?>[] {long.class})) {
                found.add(name(method) + " does not take a long");
            }
        });
        return found;
    }

    /** The name of a parameter set says what it is for; nothing else has such a name. */
    List<String> parameterNames(Collection<Class<?>> types) {
        Stream<String> odd = parameterSets(types)
                .map(Class::getSimpleName)
                .filter(name -> !PARAMETER_NAME.matcher(name).matches() && !otherParameters.contains(name))
                .map(name -> name + " is no NewX, XChange, XFilter or XQuery");
        Stream<String> misnamed = types.stream()
                .filter(Class::isRecord)
                .map(Class::getSimpleName)
                .filter(name -> name.matches("New[A-Z]\\w*|\\w+(Change|Query)"))
                .map(name -> name + " is a record with the name of a parameter set");
        return Stream.concat(odd, misnamed).toList();
    }

    /** No simple name is there twice. */
    List<String> namesThere(Iterable<JavaClass> types) {
        Map<String, Set<String>> packages = new HashMap<>();
        for (JavaClass type : types) {
            if (isNamed(type)) {
                packages.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getPackageName());
            }
        }
        return packages.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey() + " is in " + entry.getValue())
                .sorted()
                .toList();
    }

    /** What is public, also in internals; but not in those of the simulator, which is no library. */
    private static boolean isNamed(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().isEmpty()
                && !type.getSimpleName().equals("package-info")
                && !type.getPackageName().startsWith("io.github.mailgunreactor.simulator.internal");
    }

    /** Counts are wide enough, and seconds are durations. */
    List<String> numbers(Collection<Class<?>> types) {
        List<String> found = new ArrayList<>();
        types.stream()
                .filter(Class::isRecord)
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .forEach(part -> {
                    boolean narrow = part.getType() == Integer.class || part.getType() == int.class;
                    boolean number = narrow || part.getType() == Long.class || part.getType() == long.class;
                    if (narrow && COUNT.matcher(part.getName()).matches()) {
                        found.add(name(part) + " counts with an Integer");
                    } else if (number && SECONDS.matcher(part.getName()).matches()) {
                        found.add(name(part) + " is a number in place of a Duration");
                    }
                });
        return found;
    }

    /** One word for one thing. */
    List<String> words(Collection<Class<?>> types) {
        return types.stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type.getSimpleName()), methods(type).map(Glossary::name)))
                .filter(name -> words(name).anyMatch(BANNED_WORDS::contains))
                .map(name -> name + " has a word that another one stands for")
                .toList();
    }

    private static List<String> ofApis(Collection<Class<?>> types, BiConsumer<Method, List<String>> rule) {
        List<String> found = new ArrayList<>();
        types.stream()
                .filter(ApiModules::isApi)
                .flatMap(Glossary::methods)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .forEach(method -> rule.accept(method, found));
        return found;
    }

    private static Stream<Class<?>> parameterSets(Collection<Class<?>> types) {
        return types.stream()
                .filter(type -> ParamSet.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()));
    }

    private static Stream<Method> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    private static String verb(Method method) {
        return words(method.getName()).findFirst().orElseThrow();
    }

    private static Stream<String> words(String name) {
        return Stream.of(name.split("(?=[A-Z])|[^A-Za-z]+")).map(word -> word.toLowerCase(Locale.ROOT));
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static String name(RecordComponent part) {
        return part.getDeclaringRecord().getSimpleName() + "." + part.getName();
    }
}
