package io.github.mailgunreactor.spring;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether there is a region to search for domains, in whichever way a list can be written. */
final class OnSearchRegions implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !Binder.get(context.getEnvironment())
                .bind("mailgun.redis.search-regions", Bindable.listOf(String.class))
                .orElse(List.of())
                .isEmpty();
    }
}
