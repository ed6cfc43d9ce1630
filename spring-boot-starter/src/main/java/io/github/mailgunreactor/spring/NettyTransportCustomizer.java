package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.netty.NettyTransportBuilder;

/** A bean of this type changes what the transport is built with, after the properties; in order, where there are several. */
@FunctionalInterface
public interface NettyTransportCustomizer {

    /** Changes the settings. */
    void customize(NettyTransportBuilder builder);
}
