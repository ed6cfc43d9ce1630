package io.github.mailgunreactor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailgun.api.MailgunApi;
import com.mailgun.client.MailgunClient;
import feign.Response;
import io.github.mailgunreactor.simulator.Simulator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Mailgun's own client, driving a simulator that each test has for itself. After the last test of a class, each call of the
 * interfaces that the class drives must have succeeded, but for those of which the guide says that they are not here. Calls that
 * send the same request, and only hand over its answer otherwise, are one.
 */
final class OfficialClient implements TestInstancePreConstructCallback, AfterEachCallback, AfterAllCallback {
    /** The domain that each test finds. */
    static final String DOMAIN = "example.com";

    private final List<Class<?>> apis;
    private final Set<String> succeeded = new TreeSet<>();
    private @Nullable Simulator simulator;

    private OfficialClient(List<Class<?>> apis) {
        this.apis = apis;
    }

    static OfficialClient driving(Class<?>... apis) {
        return new OfficialClient(List.of(apis));
    }

    List<Class<?>> apis() {
        return apis;
    }

    Simulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("there is a simulator only while a test runs");
        }
        return simulator;
    }

    /** An API of the official client, whose calls are noted. */
    <T extends MailgunApi> T api(Class<T> type) {
        return api(type, simulator().key());
    }

    <T extends MailgunApi> T api(Class<T> type, String key) {
        return noting(
                type, MailgunClient.config(simulator().baseUrl() + "/", key).createApi(type));
    }

    /** The same, for one URL that Mailgun gave. */
    <T extends MailgunApi> T apiAt(String url, Class<T> type) {
        return noting(type, MailgunClient.config(url, simulator().key()).createApiWithAbsoluteUrl(type));
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        simulator = Simulator.start();
        simulator.domains().add(DOMAIN);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator().close();
        simulator = null;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        MovingGuide guide = new MovingGuide();
        assertThat(apis)
                .allSatisfy(api -> assertThat(OfficialApis.calls(api)
                                .filter(method -> !succeeded.contains(request(method)))
                                .map(OfficialApis::name)
                                .distinct())
                        .as("calls that have not succeeded, against what the guide says is not here")
                        .containsExactlyInAnyOrderElementsOf(OfficialApis.calls(api)
                                .filter(guide::saysNotHere)
                                .map(OfficialApis::name)
                                .distinct()
                                .toList()));
    }

    private <T extends MailgunApi> T noting(Class<T> type, T api) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = succeed(api, method, arguments);
                    if (answer instanceof Response response) {
                        // Handed over whatever its status is.
                        assertThat(response.status()).as(response.toString()).isBetween(200, 299);
                    }
                    succeeded.add(request(method));
                    return answer;
                }));
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
