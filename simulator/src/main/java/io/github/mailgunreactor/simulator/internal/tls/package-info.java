/** TLS for a simulator: a certificate of its own, or files. */
@NullMarked
package io.github.mailgunreactor.simulator.internal.tls;

import org.jspecify.annotations.NullMarked;
