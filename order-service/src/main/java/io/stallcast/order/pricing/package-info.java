/**
 * Prices, from this service's own read model of {@code product.events}: they never come from the
 * client.
 *
 * <p><b>Invariants.</b> A row is replaced only by a newer version of its product; a product that is
 * gone leaves no row. A product that is not for sale here yet, though a buyer asks for it, is read
 * once from catalog-service, since its event may still be under way.
 *
 * <p><b>Failure.</b> catalog-service is asked behind a timeout, a retry, a circuit breaker and a
 * bulkhead; without its answer the order is refused with a 503, never guessed at.
 */
package io.stallcast.order.pricing;
