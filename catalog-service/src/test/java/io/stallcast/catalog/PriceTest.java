package io.stallcast.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PriceTest {
  private static final Instant CHANGED = Instant.parse("2026-11-20T10:00:00Z");
  private static final Money FIVE = new Money(500, "EUR");

  private final Price price =
      Price.of(
          Product.draft(
              UUID.randomUUID(),
              UUID.randomUUID(),
              ProductKind.COURSE,
              StockPolicy.UNLIMITED,
              new ProductDetails("Knots", "", FIVE, null, List.of()),
              CHANGED.minusSeconds(3600)),
          CHANGED.minusSeconds(3600));

  @Test
  void isHonouredWhileItStandsWhateverVersionWasSeen() {
    assertThat(price.honours(7, FIVE, CHANGED)).isTrue();
  }

  @Test
  void isNotHonouredInAnotherAmountOrCurrency() {
    assertThat(price.honours(1, new Money(499, "EUR"), CHANGED)).isFalse();
    assertThat(price.honours(1, new Money(500, "USD"), CHANGED)).isFalse();
  }

  @Test
  void isHonouredForAWhileAfterItsEnd() {
    price.end(3, CHANGED);

    assertThat(price.honours(2, FIVE, CHANGED)).isTrue();
    assertThat(price.honours(2, FIVE, CHANGED.plusMillis(1))).isFalse();
  }

  @Test
  void isHonouredAfterItsEndOnlyForItsOwnVersions() {
    price.end(3, CHANGED);

    assertThat(price.honours(3, FIVE, CHANGED)).isFalse();
  }
}
