package io.github.mailgunreactor.benchmarks;

import com.mailgun.api.MailgunApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The API interfaces of mailgun-java and their methods, as its jar has them. */
final class OfficialApis {
    private static final String ROOT = "com.mailgun.api.";

    private OfficialApis() {}

    static List<Class<?>> all() {
        try (JarFile jar = new JarFile(Path.of(MailgunApi.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName().replace('/', '.'))
                    .filter(name -> name.startsWith(ROOT) && name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .<Class<?>>map(OfficialApis::load)
                    .filter(type -> type.isInterface() && type != MailgunApi.class)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException noFile) {
            throw new AssertionError(noFile);
        }
    }

    /** As an interface is called where two versions of it have the same name: {@code v3.MailgunDomainsApi}. */
    static String name(Class<?> api) {
        return api.getName().substring(ROOT.length());
    }

    static String name(Method method) {
        return name(method.getDeclaringClass()) + '.' + method.getName();
    }

    static Stream<Method> calls(Class<?> api) {
        return Arrays.stream(api.getDeclaredMethods()).filter(method -> Modifier.isAbstract(method.getModifiers()));
    }

    /** The name without what says only how the answer is handed over. */
    static String plainName(String method) {
        return method.replaceFirst("(FeignResponse)?(Async)?$", "");
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, OfficialApis.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }
}
