/**
 * Who may watch what. Entitlements come as {@code access.events}: once for the service, into a
 * table; and to every pod, into its set of what was revoked.
 *
 * <p><b>Invariants.</b> A row is replaced only by a newer version of its entitlement. A revocation
 * that a pod has heard outweighs what the table says, which may hear of it later.
 *
 * <p><b>Failure.</b> Where nothing here entitles a viewer, payment-service is asked, since the
 * event may still be under way: behind a timeout, a retry, a circuit breaker and a bulkhead.
 * Without its answer a paid stream stays closed, with a 503; a free one never asks.
 */
package io.stallcast.streaming.access;
