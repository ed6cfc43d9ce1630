/**
 * Sending domains.
 *
 * <ul>
 *   <li>{@link io.github.mailgunreactor.domains.DomainsApi}: adding, verifying, changing and deleting them
 *   <li>{@link io.github.mailgunreactor.domains.DomainKeysApi} and {@link io.github.mailgunreactor.domains.DkimRotationApi}:
 *       the keys that sign their messages
 *   <li>{@link io.github.mailgunreactor.domains.DomainTrackingApi}: clicks, opens, unsubscribe links, and the certificate of
 *       the host of links
 *   <li>{@link io.github.mailgunreactor.domains.CredentialsApi}: SMTP users
 *   <li>{@link io.github.mailgunreactor.domains.DiscoveringRegionRouter}: in which region a domain lives
 * </ul>
 */
@NullMarked
package io.github.mailgunreactor.domains;

import org.jspecify.annotations.NullMarked;
