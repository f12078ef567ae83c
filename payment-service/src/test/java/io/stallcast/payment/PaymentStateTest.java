package io.stallcast.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stallcast.payment.PaymentState.Pending;
import io.stallcast.payment.PaymentState.Refunded;
import io.stallcast.payment.PaymentState.Succeeded;
import io.stallcast.payment.PaymentState.Voided;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentStateTest {
  private static final Instant NOW = Instant.EPOCH;

  private final Payment payment =
      Payment.pending(Purchase.ofTwoLines().processCommand("tok", 1), NOW);

  @Test
  void forgetsTheCardWhenItIsPaid() {
    assertThat(payment.token()).isEqualTo("tok");
    payment.succeed("ch_1", NOW);
    assertThat(payment.token()).isNull();
    assertThat(payment.version()).isEqualTo(2);
  }

  @Test
  void isPaidOnce() {
    payment.succeed("ch_1", NOW);
    assertThatThrownBy(() -> payment.succeed("ch_2", NOW))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> payment.fail("declined", "", NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void canBeConfirmedAndThenPaid() {
    payment.challenge("ch_1", "http://bank", NOW.plusSeconds(60), NOW);
    payment.challenge("ch_2", "http://other", NOW.plusSeconds(60), NOW);
    assertThat(payment.chargeId()).isEqualTo("ch_1");
    assertThat(payment.closing(NOW.plusSeconds(59))).isEmpty();
    assertThat(payment.closing(NOW.plusSeconds(60))).contains("challenge_expired");
    payment.succeed("ch_1", NOW);
    assertThat(payment.state()).isEqualTo(new Succeeded("ch_1"));
  }

  @Test
  void keepsTheFirstReasonToGiveUp() {
    payment.giveUp("payment_timeout");
    payment.giveUp("provider_unavailable");
    assertThat(payment.closing(NOW)).isEqualTo(Optional.of("payment_timeout"));
  }

  @Test
  void givesBackNoMoreThanWasPaid() {
    payment.succeed("ch_1", NOW);
    payment.reserve(2000);
    assertThat(payment.refundable()).isEqualTo(1000);
    assertThatThrownBy(() -> payment.reserve(1001)).isInstanceOf(IllegalArgumentException.class);
    payment.refund(2000, NOW);
    assertThatThrownBy(() -> payment.refund(1001, NOW))
        .isInstanceOf(IllegalArgumentException.class);
    payment.refund(1000, NOW);
    assertThat(payment.state()).isEqualTo(new Refunded("ch_1", 3000));
  }

  @Test
  void givesRefusedRefundsFree() {
    payment.succeed("ch_1", NOW);
    payment.reserve(3000);
    payment.release(3000);
    assertThat(payment.refundable()).isEqualTo(3000);
  }

  @Test
  void isVoidedWhenAllOfACalledOffPaymentIsGivenBack() {
    payment.succeed("ch_1", NOW);
    payment.askedToVoid(null);
    payment.refund(3000, NOW);
    assertThat(payment.state()).isEqualTo(new Voided("ch_1", 3000));
  }

  @Test
  void cannotGiveBackWhatWasNotPaid() {
    assertThat(payment.state()).isEqualTo(new Pending());
    assertThatThrownBy(() -> payment.refund(1, NOW)).isInstanceOf(IllegalStateException.class);
  }
}
