package io.stallcast.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.payment.Purchase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void roundsTheFeeDown() {
    var shares = Share.ofCharge(19, List.of(Purchase.line(1, 19)), 1000);
    assertThat(shares).extracting(Share::amount).containsExactly(18L, 1L);
  }

  @Test
  void booksNoEmptyShare() {
    var shares = Share.ofCharge(9, List.of(Purchase.line(1, 9)), 1000);
    assertThat(shares)
        .singleElement()
        .extracting(Share::account)
        .isEqualTo(Account.CREATOR_PAYABLE);
  }

  @Test
  void sharesADiscountedTotalByTheLines() {
    var shares = Share.ofCharge(1500, List.of(Purchase.line(1, 1000), Purchase.line(2, 1000)), 0);
    assertThat(shares).extracting(Share::amount).containsExactly(500L, 1000L);
  }

  @RepeatedTest(100)
  void refundsInPartsAddUpToTheCharge(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var original =
        Share.ofCharge(
            9_999, List.of(Purchase.line(1, 333), Purchase.line(3, 77), Purchase.line(2, 1)), 1250);
    var open = new ArrayList<>(original);
    long toGo = 9_999;
    while (toGo > 0) {
      var part = 1 + random.nextLong(toGo);
      var taken = Share.ofRefund(part, open);
      assertThat(taken.stream().mapToLong(Share::amount).sum()).isEqualTo(part);
      open.replaceAll(share -> less(share, taken));
      assertThat(open).allMatch(share -> share.amount() >= 0);
      toGo -= part;
    }
    assertThat(open).allMatch(share -> share.amount() == 0);
  }

  private static Share less(Share share, List<Share> taken) {
    var amount =
        taken.stream()
            .filter(t -> t.account() == share.account() && t.productId().equals(share.productId()))
            .mapToLong(Share::amount)
            .sum();
    return new Share(share.account(), share.ownerId(), share.productId(), share.amount() - amount);
  }
}
