package io.github.mailgunreactor.contract;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.OpenValue;
import io.github.mailgunreactor.core.Secret;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a native image must know of a module: the types that are made and asked by reflection, and its resources. Of the modules
 * that say what Mailgun sends and gets, every record and open value is taken to be JSON; of the others, what the code has read.
 */
final class NativeImageMetadata {
    private static final String LIBRARY = "io.github.mailgunreactor.";
    private static final String RESOURCES = "src/main/resources";

    /** By name, as a class that is read twice is no longer itself. */
    private static final Set<String> JSON = json();

    private NativeImageMetadata() {}

    static Path file(PublishedModules.Module module) {
        return module.folder()
                .resolve(RESOURCES)
                .resolve("META-INF/native-image/io.github.mailgun-reactor")
                .resolve(module.artifact())
                .resolve("reachability-metadata.json");
    }

    /** What the file of a module has to say; {@code null} if it needs none. */
    static @Nullable String of(PublishedModules.Module module) {
        List<JavaClass> classes = module.classes();
        Set<String> types = new TreeSet<>();
        for (JavaClass type : classes) {
            if (JSON.contains(type.getName())) {
                types.add(entry(type.getName(), true));
            } else if (type.getAllSubclasses().stream().map(JavaClass::getName).anyMatch(JSON::contains)) {
                // Jackson looks for annotations on what its types extend and implement.
                types.add(methods(type.getName()));
            }
        }
        if (module.name().equals("core")) {
            types.add(methods(Record.class.getName()));
        }
        // Netty asks each handler which of its methods do nothing.
        classes.stream()
                .filter(type -> type.isAssignableTo("io.netty.channel.ChannelHandler"))
                .forEach(handler -> types.add(methods(handler.getName())));
        Set<String> resources = new TreeSet<>();
        for (Path file : module.files(RESOURCES)) {
            String name = module.folder()
                    .resolve(RESOURCES)
                    .relativize(file)
                    .toString()
                    .replace('\\', '/');
            if (name.startsWith("META-INF/services/")) {
                resources.add("{\"glob\": \"" + name + "\"}");
                Objects.requireNonNull(PublishedModules.textIfThere(file))
                        .lines()
                        .forEach(provider -> types.add(entry(provider, false)));
            } else if (!name.startsWith("META-INF/")) {
                resources.add("{\"glob\": \"" + name.substring(0, name.lastIndexOf('/')) + "/*\"}");
            }
        }
        if (types.isEmpty() && resources.isEmpty()) {
            return null;
        }
        return Stream.of(list("reflection", types), list("resources", resources))
                .filter(part -> !part.isEmpty())
                .collect(joining(",\n", "{\n", "\n}\n"));
    }

    private static String list(String name, Collection<String> entries) {
        return entries.isEmpty()
                ? ""
                : entries.stream().collect(joining(",\n    ", "  \"" + name + "\": [\n    ", "\n  ]"));
    }

    private static String entry(String type, boolean members) {
        return "{\"type\": \"" + type + "\", \"allDeclaredConstructors\": true"
                + (members ? ", \"allDeclaredMethods\": true, \"allDeclaredFields\": true}" : "}");
    }

    private static String methods(String type) {
        return "{\"type\": \"" + type + "\", \"allDeclaredMethods\": true}";
    }

    private static Set<String> json() {
        JavaClasses library = PublishedModules.here();
        Set<String> decoded = decoded(library);
        return library.stream()
                .filter(type -> decoded.contains(type.getName()) || (isOfTheWire(type) && isRecordOrOpenValue(type)))
                .map(JavaClass::getName)
                .collect(toSet());
    }

    private static boolean isOfTheWire(JavaClass type) {
        return type.getPackageName().startsWith(LIBRARY + "events")
                || ApiModules.all().stream()
                        .anyMatch(module -> (type.getPackageName() + '.').startsWith(module.packageName() + '.'));
    }

    private static boolean isRecordOrOpenValue(JavaClass type) {
        return type.isRecord() || (type.isAssignableTo(OpenValue.class) && !type.isInterface());
    }

    /** The library's types that JSON is read into: those that the code names to whoever reads, and all that they are made of. */
    static Set<String> decoded(JavaClasses classes) {
        Set<Type> met = new HashSet<>();
        classes.stream()
                .flatMap(type -> type.getReferencedClassObjects().stream())
                .filter(NativeImageMetadata::isHandedOn)
                .map(literal -> literal.getRawType().reflect())
                .forEach(type -> meet(type, met));
        return names(met);
    }

    /** What a type is made of, itself included. */
    static Set<String> decoded(Class<?> type) {
        Set<Type> met = new HashSet<>();
        meet(type, met);
        return names(met);
    }

    private static Set<String> names(Set<Type> met) {
        return met.stream()
                .filter(type -> type instanceof Class<?>)
                .map(Type::getTypeName)
                .collect(toCollection(TreeSet::new));
    }

    private static boolean isHandedOn(ReferencedClassObject literal) {
        return literal.getRawType().getName().startsWith(LIBRARY)
                && !literal.getRawType().isAssignableTo(Throwable.class)
                && literal.getOwner().getCallsFromSelf().stream()
                        .map(call -> call.getTarget())
                        .anyMatch(target ->
                                target.getOwner().getPackageName().equals(MailgunClient.class.getPackageName())
                                        && target.getRawParameterTypes().stream()
                                                .anyMatch(parameter ->
                                                        parameter.getName().equals(Class.class.getName())));
    }

    private static void meet(Type type, Set<Type> met) {
        if (type instanceof ParameterizedType generic) {
            meet(generic.getRawType(), met);
            List.of(generic.getActualTypeArguments()).forEach(argument -> meet(argument, met));
        } else if (type instanceof Class<?> known
                && known.getName().startsWith(LIBRARY)
                // It is made of a text by the library itself.
                && known != Secret.class
                && met.add(known)) {
            if (known.isRecord()) {
                Stream.of(known.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .forEach(component -> meet(component, met));
            }
            Stream.of(known.getDeclaredMethods(), known.getDeclaredConstructors())
                    .<Executable>flatMap(Arrays::stream)
                    .filter(maker -> maker.isAnnotationPresent(JsonCreator.class))
                    .flatMap(maker -> Arrays.stream(maker.getGenericParameterTypes()))
                    .forEach(parameter -> meet(parameter, met));
        }
    }
}
