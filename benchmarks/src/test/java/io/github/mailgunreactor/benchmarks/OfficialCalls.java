package io.github.mailgunreactor.benchmarks;

import com.mailgun.api.MailgunApi;
import com.mailgun.client.MailgunClient;
import io.github.mailgunreactor.simulator.Simulator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Calls of mailgun-java to a simulator; it knows which of all that there are have succeeded. */
final class OfficialCalls {
    private final Set<String> succeeded = new TreeSet<>();

    /** An API of the official client, whose calls are noted. */
    <T extends MailgunApi> T api(Class<T> type, Simulator simulator) {
        return api(type, simulator, simulator.key());
    }

    <T extends MailgunApi> T api(Class<T> type, Simulator simulator, String key) {
        T api = MailgunClient.config(simulator.baseUrl() + "/", key).createApi(type);
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = succeed(api, method, arguments);
                    succeeded.add(request(method));
                    return answer;
                }));
    }

    /** The calls of these APIs that have not succeeded. Those that send the same request as another, and only hand over its answer otherwise, are as that. */
    List<String> missing(Class<?>... apis) {
        return Stream.of(apis)
                .flatMap(api -> OfficialApis.calls(api).filter(method -> !succeeded.contains(request(method))))
                .map(method -> OfficialApis.name(method.getDeclaringClass()) + '.' + method.getName())
                .distinct()
                .sorted()
                .toList();
    }

    private static Object succeed(Object api, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(api, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** What of a method makes its request: line and headers, and how each argument goes in. */
    private static String request(Method method) {
        return method.getDeclaringClass().getName()
                + Arrays.toString(method.getAnnotations())
                + Arrays.deepToString(method.getParameterAnnotations())
                + Arrays.toString(method.getParameterTypes());
    }
}
