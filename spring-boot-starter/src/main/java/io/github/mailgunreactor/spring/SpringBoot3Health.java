package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.ClassUtils;
import reactor.core.publisher.Mono;

/**
 * What the probe finds, as Spring Boot 3 tells it. Its types have other names than those of Spring Boot 4, and no jar has both:
 * they are called by name, and their interface is implemented by a proxy.
 */
final class SpringBoot3Health implements FactoryBean<Object>, InvocationHandler {
    static final String INDICATOR = "org.springframework.boot.actuate.health.ReactiveHealthIndicator";
    static final String HEALTH = "org.springframework.boot.actuate.health.Health";
    static final String BUILDER = HEALTH + "$Builder";

    private final ObjectProvider<MailgunClient> mailgun;
    private final Class<?> indicator;
    private final Class<?> health;

    /** Asks for the client late: Spring makes a factory to learn the type of its bean, which may be when clients are being made. */
    SpringBoot3Health(ObjectProvider<MailgunClient> mailgun) {
        this.mailgun = mailgun;
        this.indicator = type(INDICATOR);
        this.health = type(HEALTH);
    }

    private static Class<?> type(String name) {
        return ClassUtils.resolveClassName(name, SpringBoot3Health.class.getClassLoader());
    }

    @Override
    public Object getObject() {
        return Proxy.newProxyInstance(indicator.getClassLoader(), new Class<?>[] {indicator}, this);
    }

    @Override
    public Class<?> getObjectType() {
        return indicator;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself alone, and to ask it would end here again
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("health")) {
            return health();
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        return switch (method.getName()) {
            case "equals" -> proxy == Objects.requireNonNull(arguments)[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "the health of Mailgun";
        };
    }

    private Mono<Object> health() {
        MailgunProbe probe = new MailgunProbe(mailgun.getObject());
        return probe.finding().map(found -> {
            Object builder = withDetail(call(health, null, found.isUp() ? "up" : "down"), "region", probe.region());
            Object told = found.error() == null ? builder : withDetail(builder, "error", found.error());
            return call(told.getClass(), told, "build");
        });
    }

    private static Object withDetail(Object builder, String name, String value) {
        try {
            return builder.getClass()
                    .getMethod("withDetail", String.class, Object.class)
                    .invoke(builder, name, value);
        } catch (ReflectiveOperationException notAsInSpringBoot3) {
            throw new IllegalStateException(notAsInSpringBoot3);
        }
    }

    private static Object call(Class<?> type, @Nullable Object target, String method) {
        try {
            return type.getMethod(method).invoke(target);
        } catch (ReflectiveOperationException notAsInSpringBoot3) {
            throw new IllegalStateException(notAsInSpringBoot3);
        }
    }
}
