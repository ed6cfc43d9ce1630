package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.OpenValue;
import io.github.mailgunreactor.core.transport.TransportProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * What a native image needs to read responses: the records and open values of every module that is on the class path when the
 * image is built, found by looking for them, so that none can be forgotten.
 */
final class MailgunRuntimeHints implements RuntimeHintsRegistrar {
    private static final String LIBRARY = "io/github/mailgunreactor/";

    /** By name: the fields' category is called so in Spring 6, and its successor in 7. */
    private static final Set<String> CATEGORIES = Set.of(
            "INVOKE_DECLARED_CONSTRUCTORS",
            "INVOKE_DECLARED_METHODS",
            "INVOKE_PUBLIC_METHODS",
            "DECLARED_FIELDS",
            "ACCESS_DECLARED_FIELDS");

    private static final MemberCategory[] MEMBERS = Stream.of(MemberCategory.values())
            .filter(category -> CATEGORIES.contains(category.name()))
            .toArray(MemberCategory[]::new);

    private static final String SERVICE = "META-INF/services/" + TransportProvider.class.getName();

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        ClassLoader loader = Objects.requireNonNullElse(classLoader, MailgunClient.class.getClassLoader());
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver(loader);
        MetadataReaderFactory types = new CachingMetadataReaderFactory(loader);
        try {
            for (Resource file : files.getResources("classpath*:" + LIBRARY + "**/*.class")) {
                ClassMetadata type = types.getMetadataReader(file).getClassMetadata();
                if (isRead(type)) {
                    hints.reflection().registerType(TypeReference.of(type.getClassName()), MEMBERS);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        hints.resources().registerPattern(SERVICE);
        if (ClassUtils.isPresent(SpringBoot3Health.INDICATOR, loader)) {
            hints.proxies().registerJdkProxy(TypeReference.of(SpringBoot3Health.INDICATOR));
            hints.reflection()
                    .registerType(TypeReference.of(SpringBoot3Health.HEALTH), MemberCategory.INVOKE_PUBLIC_METHODS)
                    .registerType(TypeReference.of(SpringBoot3Health.BUILDER), MemberCategory.INVOKE_PUBLIC_METHODS);
        }
    }

    private static boolean isRead(ClassMetadata type) {
        return Record.class.getName().equals(type.getSuperClassName())
                || Arrays.asList(type.getInterfaceNames()).contains(OpenValue.class.getName());
    }
}
