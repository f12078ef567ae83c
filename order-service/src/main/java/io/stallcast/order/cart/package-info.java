/**
 * What somebody means to buy: products and quantities, nothing more. Prices are those of the moment
 * at which the cart is shown, and are frozen only by placing an order.
 */
package io.stallcast.order.cart;
