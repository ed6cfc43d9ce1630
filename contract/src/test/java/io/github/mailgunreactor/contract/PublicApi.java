package io.github.mailgunreactor.contract;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What users of a module can name: its public types with their public and protected members, each on a line, sorted. Where the
 * module can be loaded, a line ends with what of it may be null: the parameters by number, and what is returned.
 */
final class PublicApi {
    private static final List<JavaModifier> SHOWN = List.of(
            JavaModifier.PUBLIC,
            JavaModifier.PROTECTED,
            JavaModifier.ABSTRACT,
            JavaModifier.STATIC,
            JavaModifier.FINAL);

    private PublicApi() {}

    static Path file(PublishedModules.Module module) {
        return PublishedModules.PROJECT.resolve("docs/api").resolve(module.name() + ".txt");
    }

    /** The text of a listing, with a blank line between types. */
    static String of(List<JavaClass> classes) {
        return classes.stream()
                .filter(PublicApi::isSeen)
                .sorted(Comparator.comparing(JavaClass::getName))
                .map(PublicApi::listed)
                .collect(joining("\n"));
    }

    private static boolean isSeen(JavaClass type) {
        return !type.isAnonymousClass()
                && !(type.getPackageName() + '.').contains(".internal.")
                && isOpen(type.getModifiers())
                && type.getEnclosingClass().map(PublicApi::isSeen).orElse(true);
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC)
                && !modifiers.contains(JavaModifier.BRIDGE);
    }

    private static String listed(JavaClass type) {
        Stream<String> members = type.getMembers().stream()
                .filter(member -> isOpen(member.getModifiers()) && !isOfEveryRecord(type, member))
                .map(member -> "  " + line(member) + '\n')
                .sorted();
        return head(type) + '\n' + members.collect(joining());
    }

    private static boolean isOfEveryRecord(JavaClass type, JavaMember member) {
        return type.isRecord() && Set.of("equals", "hashCode", "toString").contains(member.getName());
    }

    private static String head(JavaClass type) {
        String kind = type.isAnnotation()
                ? "annotation"
                : type.isInterface() ? "interface" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
        Stream<String> above = Stream.concat(
                        type.getSuperclass().map(PublicApi::name).stream(),
                        type.getInterfaces().stream().map(PublicApi::name).sorted())
                .filter(name -> !name.equals("java.lang.Object")
                        && !name.equals("java.lang.Record")
                        && !name.startsWith("java.lang.Enum<"));
        String modifiers = type.isInterface() || type.isRecord()
                ? "public "
                : modifiers(type.getModifiers()).replace("static ", "");
        return modifiers
                + kind
                + ' '
                + type.getName()
                + variables(type.getTypeParameters())
                + above.collect(joining(", ", " : ", "")).replaceAll(" : $", "");
    }

    private static String line(JavaMember member) {
        String modifiers = modifiers(member.getModifiers());
        if (member instanceof JavaField field) {
            return modifiers + name(field.getType()) + ' ' + field.getName();
        }
        JavaCodeUnit code = (JavaCodeUnit) member;
        String parameters =
                code.getParameterTypes().stream().map(PublicApi::name).collect(joining(", ", "(", ")"));
        String thrown = code.getThrowsClause().getTypes().isEmpty()
                ? ""
                : code.getThrowsClause().getTypes().stream()
                        .map(JavaType::getName)
                        .collect(joining(", ", " throws ", ""));
        String generics = variables(code.getTypeParameters());
        return modifiers
                + (generics.isEmpty() ? "" : generics + ' ')
                + (code instanceof JavaMethod ? name(code.getReturnType()) + ' ' + code.getName() : "new")
                + parameters
                + thrown
                + nulls(code);
    }

    private static String modifiers(Set<JavaModifier> modifiers) {
        return SHOWN.stream()
                .filter(modifiers::contains)
                .map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + ' ')
                .collect(joining());
    }

    private static String variables(List<? extends JavaTypeVariable<?>> variables) {
        return variables.isEmpty()
                ? ""
                : variables.stream()
                        .map(variable -> variable.getName() + bounds(" extends ", variable.getUpperBounds()))
                        .collect(joining(", ", "<", ">"));
    }

    private static String bounds(String word, List<? extends JavaType> bounds) {
        String names = bounds.stream()
                .map(PublicApi::name)
                .filter(name -> !name.equals("java.lang.Object"))
                .collect(joining(" & "));
        return names.isEmpty() ? "" : word + names;
    }

    private static String name(JavaType type) {
        if (type instanceof JavaParameterizedType generic) {
            return generic.toErasure().getName()
                    + generic.getActualTypeArguments().stream()
                            .map(PublicApi::name)
                            .collect(joining(", ", "<", ">"));
        }
        if (type instanceof JavaWildcardType any) {
            return "?" + bounds(" extends ", any.getUpperBounds()) + bounds(" super ", any.getLowerBounds());
        }
        if (type instanceof JavaClass known && known.isArray()) {
            return name(known.getComponentType()) + "[]";
        }
        return type.getName();
    }

    private static String nulls(JavaCodeUnit code) {
        List<String> nulls = new ArrayList<>();
        Executable loaded = loaded(code);
        if (loaded != null) {
            AnnotatedType[] parameters = loaded.getAnnotatedParameterTypes();
            for (int i = 0; i < parameters.length; i++) {
                addNulls(parameters[i], String.valueOf(i + 1), nulls);
            }
            if (loaded instanceof Method method) {
                addNulls(method.getAnnotatedReturnType(), "returned", nulls);
            }
        }
        return nulls.isEmpty() ? "" : nulls.stream().collect(joining(", ", " null: ", ""));
    }

    private static void addNulls(AnnotatedType type, String place, List<String> nulls) {
        if (type.isAnnotationPresent(Nullable.class)) {
            nulls.add(place);
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            for (int i = 0; i < arguments.length; i++) {
                addNulls(arguments[i], place + '<' + (i + 1) + '>', nulls);
            }
        }
    }

    /** By reflection, as type annotations are seen in no other way; {@code null} where the module is not on this class path. */
    private static @Nullable Executable loaded(JavaCodeUnit code) {
        if (!PublishedModules.here().contain(code.getOwner().getName())) {
            return null;
        }
        return code instanceof JavaConstructor constructor ? constructor.reflect() : ((JavaMethod) code).reflect();
    }
}
