/**
 * Refunds that people ask for. The buyer of the order may, within {@code
 * stallcast.payment.refunds.buyer-window} of the payment; an admin may at any time; a seller may
 * not, since the money is the platform's to give.
 */
package io.stallcast.payment.refunding;
