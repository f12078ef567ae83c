package io.stallcast.order.saga;

import static io.stallcast.platform.event.order.SagaStep.CONFIRM_ORDER;
import static io.stallcast.platform.event.order.SagaStep.PROCESS_PAYMENT;
import static io.stallcast.platform.event.order.SagaStep.RESERVE_INVENTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  /** With the configuration's defaults; {@code chance} 0.5 is the middle of the jitter. */
  static Patience patience(double chance) {
    return new Patience(defaults(), () -> chance);
  }

  private static SagaConfig defaults() {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 100, new DurationConverter())
        .withMapping(SagaConfig.class)
        .build()
        .getConfigMapping(SagaConfig.class);
  }

  @Test
  void doublesFromTryToTry() {
    var patience = patience(0.5);

    assertThat(patience.forStep(RESERVE_INVENTORY, 1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(patience.forStep(RESERVE_INVENTORY, 2)).isEqualTo(Duration.ofSeconds(20));
    assertThat(patience.forStep(RESERVE_INVENTORY, 4)).isEqualTo(Duration.ofSeconds(80));
    assertThat(patience.forCompensation(3)).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void hasAnEnd() {
    assertThat(patience(0.5).forStep(CONFIRM_ORDER, 1000)).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void leavesAFifthToChance() {
    assertThat(patience(0).forStep(RESERVE_INVENTORY, 1)).isEqualTo(Duration.ofSeconds(8));
    assertThat(patience(1).forStep(RESERVE_INVENTORY, 1)).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void waitsLongerForThePaymentThanItTakes() {
    assertThat(patience(0).forStep(PROCESS_PAYMENT, 1)).isGreaterThan(Duration.ofSeconds(60));
  }

  @Test
  void waitsLongerForAChallengeThanTheBankDoes() {
    assertThat(patience(0).forChallenge()).isGreaterThan(Duration.ofMinutes(15));
  }

  @Test
  void givesUpBeforeThePaymentOnly() {
    var patience = patience(0.5);

    assertThat(patience.isOverWith(RESERVE_INVENTORY, 4)).isFalse();
    assertThat(patience.isOverWith(RESERVE_INVENTORY, 5)).isTrue();
    assertThat(patience.isOverWith(PROCESS_PAYMENT, 3)).isTrue();
    assertThat(patience.isOverWith(CONFIRM_ORDER, 1000)).isFalse();
  }
}
