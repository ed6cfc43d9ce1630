/**
 * Dynamic IP pools, between which domains move by their reputation: {@link io.github.mailgunreactor.ips.dynamic.DynamicIpPoolsApi}.
 */
@NullMarked
package io.github.mailgunreactor.ips.dynamic;

import org.jspecify.annotations.NullMarked;
