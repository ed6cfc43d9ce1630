package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.Region;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;

/** Reads a region as {@link Region#parse} does. */
@ConfigurationPropertiesBinding
final class RegionConverter implements Converter<String, Region> {
    @Override
    public Region convert(String text) {
        return Region.parse(text);
    }
}
