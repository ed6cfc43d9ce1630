package io.github.mailgunreactor.simulator;

import java.util.List;
import java.util.ServiceLoader;

/** All operations that the simulator serves: what {@code META-INF/services} lists. */
final class ServedOperations {

    private ServedOperations() {}

    static List<Operations> all() {
        return ServiceLoader.load(Operations.class, Operations.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
