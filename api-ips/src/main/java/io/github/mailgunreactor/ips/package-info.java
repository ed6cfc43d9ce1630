/** IP addresses: listing, assigning to domains and pools, and warming up. */
@NullMarked
package io.github.mailgunreactor.ips;

import org.jspecify.annotations.NullMarked;
