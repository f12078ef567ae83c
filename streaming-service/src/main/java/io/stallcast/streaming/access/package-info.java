/**
 * Who may watch what: whoever holds one of the stream's products.
 *
 * <p><b>Failure.</b> Where nothing here entitles a viewer, payment-service is asked, since the
 * event may still be under way: behind a timeout, a retry, a circuit breaker and a bulkhead.
 * Without its answer a paid stream stays closed, with a 503; a free one never asks.
 */
package io.stallcast.streaming.access;
