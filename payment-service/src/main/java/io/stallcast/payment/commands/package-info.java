/**
 * What sagas and services ask for: take the money of an order, call it off, give it back. Each is
 * idempotent by order; the newest asking is the one that is answered.
 */
package io.stallcast.payment.commands;
