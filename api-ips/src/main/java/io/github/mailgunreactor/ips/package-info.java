/**
 * The IP addresses of an account.
 *
 * <ul>
 *   <li>{@link io.github.mailgunreactor.ips.IpsApi}: the addresses, their domains, their links to subaccounts
 *   <li>{@link io.github.mailgunreactor.ips.DomainIpsApi}: what one domain sends from
 *   <li>{@link io.github.mailgunreactor.ips.IpPoolsApi}: dedicated pools, for domains and subaccounts
 *   <li>{@link io.github.mailgunreactor.ips.dynamic.DynamicIpPoolsApi}: pools between which domains move by their reputation
 *   <li>{@link io.github.mailgunreactor.ips.IpWarmupsApi}: warm-up of new addresses
 *   <li>{@link io.github.mailgunreactor.ips.IpSettingsApi}: what takes the mail that other addresses cannot
 *   <li>{@link io.github.mailgunreactor.ips.SubaccountIpPoolsApi}: which subaccount uses which pool
 * </ul>
 */
@NullMarked
package io.github.mailgunreactor.ips;

import org.jspecify.annotations.NullMarked;
