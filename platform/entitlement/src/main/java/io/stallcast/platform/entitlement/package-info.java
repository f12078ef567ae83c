/**
 * Who may use what, for services that let people in by it. Entitlements come as {@code
 * access.events}: once for the service, into a table; and to every pod, into its memory of what was
 * revoked lately.
 *
 * <p>A service that depends on this module has a table {@code entitlement (user_id, product_id,
 * version, granted, until)} with the first two as its key, and a channel {@code access-events}.
 *
 * <p><b>Invariants.</b> A row is replaced only by a newer version of its entitlement. A revocation
 * that a pod has heard outweighs what the table says, which may hear of it later.
 *
 * <p><b>Failure.</b> Database away: nothing can be told, and whoever asks fails. Broker away: what
 * was told last holds.
 */
package io.stallcast.platform.entitlement;
