package io.stallcast.payment;

import io.smallrye.mutiny.Uni;

/** What else has to happen, in the same unit of work, when money moves. */
public interface MoneyListener {

  /** The money of a payment was taken. */
  Uni<Void> charged(Payment payment);

  /** Money of a payment was given back; the payment tells how much in all. */
  Uni<Void> refunded(Payment payment, Refund refund);
}
