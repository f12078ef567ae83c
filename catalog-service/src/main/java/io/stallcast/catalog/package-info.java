/**
 * What is sold: products, their prices and their stock. This package is the language; the features
 * below it use it and not one another.
 *
 * <p>Owns the truth about every product, and about every unit of it. Publishes {@code
 * product.events} and {@code stock.events}, answers {@code inventory.commands} on {@code
 * saga.replies}.
 *
 * <p>Invariants: a product is changed by its creator only; what is available is never negative;
 * every change of stock is a movement in a ledger that is only appended to, and the movements of a
 * product add up to its stock; a licence key is handed out once, and shown to nobody else.
 */
package io.stallcast.catalog;
