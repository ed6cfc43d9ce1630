package io.github.mailgunreactor.simulator.internal;

import io.github.mailgunreactor.simulator.internal.http.Operations;
import java.util.List;
import java.util.ServiceLoader;

/** All operations that the simulator serves: what {@code META-INF/services} lists. */
public final class ServedOperations {

    private ServedOperations() {}

    public static List<Operations> all() {
        return ServiceLoader.load(Operations.class, Operations.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
