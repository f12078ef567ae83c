/**
 * The purchase: what a buyer ordered, and how it comes to its end.
 *
 * <p><b>Owns</b> the orders (event-sourced: {@code order_event} is the truth, an {@link
 * io.stallcast.order.Order} is the fold), the sagas that carry them through, the prices they are
 * placed at, and the order history.
 *
 * <p><b>Invariants.</b> An order's events are numbered from 1 without gaps; an append names the
 * version it was decided on, and loses against a rival. The order's events, the saga's row, the
 * next command and its timeout commit together, so that a crash at any point resumes. An order ends
 * once: confirmed or cancelled, and a confirmed one may be refunded.
 *
 * <p><b>In</b>: {@code product.events}, {@code saga.replies}, {@code payment.events}, its own
 * {@code order.events} and {@code order.jobs}. <b>Out</b>: {@code order.events}, {@code
 * saga.events}, {@code inventory.commands}, {@code payment.commands}, {@code access.commands}.
 *
 * <p>The features below this package know the language here, and not one another: {@link
 * io.stallcast.order.Prices} and {@link io.stallcast.order.Purchases} are how they meet.
 */
package io.stallcast.order;
