/**
 * Sending domains with their DNS records, DKIM keys, tracking, certificates and SMTP users.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.domains;

import org.jspecify.annotations.NullMarked;
