package io.github.mailgunreactor.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The tables of all modules, which are found where this class is: nobody can forget to name one. */
final class ContractTables {
    static final List<ContractTable> ALL = find();

    private ContractTables() {}

    private static List<ContractTable> find() {
        URI here = here();
        try {
            if (!here.getPath().endsWith(".jar")) {
                return in(Path.of(here));
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + here), Map.of())) {
                return in(jar.getPath("/"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static URI here() {
        try {
            return ContractTables.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
        } catch (URISyntaxException noPlace) {
            throw new IllegalStateException(noPlace);
        }
    }

    private static List<ContractTable> in(Path classes) throws IOException {
        String name = ContractTables.class.getPackageName();
        try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
            return files.map(file -> Objects.requireNonNull(file.getFileName()).toString())
                    .filter(file -> file.endsWith("Contract.class"))
                    .<Class<?>>map(file -> load(name + '.' + file.substring(0, file.length() - ".class".length())))
                    .filter(ContractTable.class::isAssignableFrom)
                    .map(ContractTables::make)
                    .sorted(Comparator.comparing(ContractTable::module))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static ContractTable make(Class<?> type) {
        try {
            return (ContractTable) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException noTable) {
            throw new IllegalStateException(noTable);
        }
    }
}
