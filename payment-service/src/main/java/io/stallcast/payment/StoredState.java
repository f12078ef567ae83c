package io.stallcast.payment;

import io.stallcast.payment.PaymentState.Challenged;
import io.stallcast.payment.PaymentState.Failed;
import io.stallcast.payment.PaymentState.PartiallyRefunded;
import io.stallcast.payment.PaymentState.Pending;
import io.stallcast.payment.PaymentState.Refunded;
import io.stallcast.payment.PaymentState.Succeeded;
import io.stallcast.payment.PaymentState.Voided;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * A {@link PaymentState} in columns; those that the present state has no use for keep their last
 * value.
 */
@Embeddable
class StoredState {
  private String status;
  private String chargeId;
  private String challengeUrl;
  private Instant challengeExpiresAt;
  private String failureCode;
  private String failureDetail;
  private long refunded;

  PaymentState read() {
    return switch (status) {
      case "pending" -> new Pending();
      case "challenged" -> new Challenged(chargeId, challengeUrl, challengeExpiresAt);
      case "succeeded" -> new Succeeded(chargeId);
      case "partially_refunded" -> new PartiallyRefunded(chargeId, refunded);
      case "refunded" -> new Refunded(chargeId, refunded);
      case "failed" -> new Failed(failureCode, failureDetail);
      case "voided" -> new Voided(chargeId, refunded);
      default -> throw new IllegalStateException("unknown status " + status);
    };
  }

  void write(PaymentState next) {
    status = next.status();
    switch (next) {
      case Pending pending -> {}
      case Challenged challenged -> write(challenged);
      case Succeeded succeeded -> chargeId = succeeded.chargeId();
      case PartiallyRefunded partial -> refunded = partial.refunded();
      case Refunded all -> refunded = all.refunded();
      case Voided voided -> refunded = voided.refunded();
      case Failed failed -> write(failed);
    }
  }

  String chargeId() {
    return chargeId;
  }

  long refunded() {
    return refunded;
  }

  private void write(Challenged challenged) {
    chargeId = challenged.chargeId();
    challengeUrl = challenged.url();
    challengeExpiresAt = challenged.expiresAt();
  }

  private void write(Failed failed) {
    failureCode = failed.code();
    failureDetail = failed.detail();
  }
}
