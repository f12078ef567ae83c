/**
 * Refunds that a buyer asks for. payment-service decides and tells; the order is {@code refunded}
 * when all its money went back, whoever asked for that.
 */
package io.stallcast.order.refund;
