/**
 * Brings payments and refunds to their end: asks the provider in a bounded pool, records what it
 * says once, arranges the next try where it says nothing.
 *
 * <p>A job is done in two halves. The consumer's half locks the payment, sets its next timer and
 * commits; it never waits for the provider, so a slow card holds up no partition. The pool's half
 * begins after the commit and may be lost with the pod at any point: the timer begins it anew.
 */
package io.stallcast.payment.settlement;
