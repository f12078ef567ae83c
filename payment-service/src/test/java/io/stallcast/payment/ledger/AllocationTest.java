package io.stallcast.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AllocationTest {

  @Test
  void sharesInProportion() {
    assertThat(Allocation.of(3000, 1000, 2000)).containsExactly(1000, 2000);
  }

  @Test
  void givesTheLeftoverToTheLargestRemainder() {
    assertThat(Allocation.of(10, 5, 1, 1)).containsExactly(7, 2, 1);
  }

  @Test
  void sharesEquallyWhereNothingHasWeight() {
    assertThat(Allocation.of(3, 0, 0)).containsExactly(2, 1);
  }

  @Test
  void doesNotOverflow() {
    assertThat(Allocation.of(Long.MAX_VALUE, Long.MAX_VALUE, 0)).containsExactly(Long.MAX_VALUE, 0);
  }

  @RepeatedTest(200)
  void addsUpAndTakesFromNobodyMoreThanThereIs(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var weights = random.longs(1 + random.nextInt(8), 0, 10_000).toArray();
    var sum = Arrays.stream(weights).sum();
    var total = random.nextLong(sum + 1);

    var shares = Allocation.of(total, weights);

    assertThat(Arrays.stream(shares).sum()).isEqualTo(total);
    for (var i = 0; i < shares.length; i++) {
      assertThat(shares[i]).isBetween(0L, weights[i]);
    }
  }
}
