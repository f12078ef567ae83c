/**
 * Money and access. Owns payments, refunds, the ledger and entitlements; consumes {@code
 * payment.commands} and {@code access.commands}; answers on {@code saga.replies}; publishes {@code
 * payment.events} and {@code access.events}.
 *
 * <p>How money moves: one transaction records what is wanted (a pending {@link
 * io.stallcast.payment.Payment} or {@link io.stallcast.payment.Refund}) and a timer that asks what
 * became of it. The provider is called outside any transaction, in a bounded pool, under the
 * payment's or refund's id as idempotency key. A second transaction locks the payment and records
 * the outcome, the ledger, the reply and the event, if nobody has done so before. So a crash, a
 * redelivery or a second pod can repeat a call, never its effect.
 *
 * <p>What is not known is asked for until it is known: a payment fails only when the provider has
 * refused it, or has closed its key so that it can never be charged.
 */
package io.stallcast.payment;
