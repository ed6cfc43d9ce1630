package io.github.mailgunreactor.netty;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that a class loader loads from, and what they say of their versions.
 *
 * <p>A version is believed only where it stands in the same file as the classes it is said of, for libraries carry the
 * metadata of what they have shaded. Where a file says nothing, as in a shaded jar, the classes themselves are asked.
 */
final class ClassPathFiles {
    private static final String NETTY_VERSIONS = "META-INF/io.netty.versions.properties";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final ClassLoader loader;
    private final Map<String, Map<String, URL>> found = new HashMap<>();

    ClassPathFiles(ClassLoader loader) {
        this.loader = loader;
    }

    /** A version that a file says it has. */
    record Version(String artifact, String number, String place) {
        boolean isBefore(String other) {
            return Companion.isBefore(number, other);
        }

        /** The number, and the file where its name does not say it, {@code 4.1.137.Final (in application.jar)}. */
        String told() {
            String[] parts = place.replaceAll("[/!]+$", "").split("[/!]+", -1);
            String file = parts[parts.length - 1];
            boolean obvious = !file.endsWith(".jar") || file.equals(artifact + "-" + number + ".jar");
            return obvious ? number : number + " (in " + file + ")";
        }
    }

    /** The places with this entry: URLs without its name. */
    List<String> having(String entry) {
        return List.copyOf(entries(entry).keySet());
    }

    private Map<String, URL> entries(String entry) {
        return found.computeIfAbsent(entry, name -> {
            Map<String, URL> places = new LinkedHashMap<>();
            try {
                for (URL url : Collections.list(loader.getResources(name))) {
                    String text = url.toString();
                    if (text.endsWith(name)) {
                        places.putIfAbsent(text.substring(0, text.length() - name.length()), url);
                    }
                }
            } catch (IOException unreadable) {
                return places;
            }
            return places;
        });
    }

    /** What the place says of a companion's version: more than once where several jars were merged into it. */
    List<Version> versions(Companion companion, String place) {
        List<String> artifacts = Stream.of(companion.artifact(), companion.formerArtifact())
                .filter(Objects::nonNull)
                .toList();
        List<Version> versions = new ArrayList<>();
        for (String artifact : artifacts) {
            String number = companion.group().equals("io.netty")
                    ? properties(NETTY_VERSIONS, place).getProperty(artifact + ".version")
                    : properties("META-INF/maven/" + companion.group() + "/" + artifact + "/pom.properties", place)
                            .getProperty("version");
            if (number == null) {
                number = manifestVersion(artifact, place);
            }
            if (number != null) {
                versions.add(new Version(artifact, number, place));
            }
        }
        return versions;
    }

    private Properties properties(String entry, String place) {
        Properties properties = new Properties();
        URL url = entries(entry).get(place);
        if (url != null) {
            try (InputStream in = open(url)) {
                properties.load(in);
            } catch (IOException | IllegalArgumentException unreadable) {
                properties.clear();
            }
        }
        return properties;
    }

    /** Of a manifest that is the artifact's own, and not that of the program it was shaded into. */
    private @Nullable String manifestVersion(String artifact, String place) {
        URL url = entries(MANIFEST).get(place);
        if (url == null) {
            return null;
        }
        try (InputStream in = open(url)) {
            Attributes attributes = new Manifest(in).getMainAttributes();
            return artifact.equals(attributes.getValue(Attributes.Name.IMPLEMENTATION_TITLE))
                    ? attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION)
                    : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static InputStream open(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        // Not to keep somebody's jar open.
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    boolean hasClass(String name) {
        return load(name) != null;
    }

    /** Whether there is the class, or {@code class#member}; true where none is named. */
    boolean hasSign(@Nullable String sign) {
        if (sign == null) {
            return true;
        }
        String[] parts = sign.split("#", -1);
        Class<?> type = load(parts[0]);
        if (type == null || parts.length == 1) {
            return type != null;
        }
        try {
            return Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getFields()))
                    .anyMatch(member -> member.getName().equals(parts[1]));
        } catch (LinkageError other) {
            return false;
        }
    }

    private @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError absent) {
            return null;
        }
    }
}
