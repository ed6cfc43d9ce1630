/**
 * The API keys of an account ({@link io.github.mailgunreactor.keys.KeysApi}), and the IP addresses from which they may be used
 * ({@link io.github.mailgunreactor.keys.IpAllowlistApi}).
 */
@NullMarked
package io.github.mailgunreactor.keys;

import org.jspecify.annotations.NullMarked;
