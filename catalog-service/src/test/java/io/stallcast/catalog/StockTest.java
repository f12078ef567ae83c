package io.stallcast.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.stallcast.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StockTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final UUID ORDER = UUID.randomUUID();

  private final Stock stock = Stock.empty(UUID.randomUUID(), StockPolicy.COUNTED);

  @Test
  void movesUnitsFromAvailableToHeldToSold() {
    stock.restock(5, NOW);
    stock.hold(ORDER, 3, NOW);
    stock.sell(ORDER, 2, NOW);
    stock.release(ORDER, 1, NOW);

    assertThat(stock.available()).isEqualTo(3);
    assertThat(stock.reserved()).isZero();
    assertThat(stock.sold()).isEqualTo(2);
  }

  @Test
  void isTheSumOfItsMovements() {
    var ledger =
        List.of(
            stock.restock(5, NOW),
            stock.hold(ORDER, 4, NOW),
            stock.sell(ORDER, 1, NOW),
            stock.release(ORDER, 1, NOW),
            stock.restock(-1, NOW));

    assertThat(ledger.stream().mapToLong(StockMovement::availableChange).sum())
        .isEqualTo(stock.available())
        .isEqualTo(1);
    assertThat(ledger.stream().mapToLong(StockMovement::reservedChange).sum())
        .isEqualTo(stock.reserved())
        .isEqualTo(2);
    assertThat(ledger.stream().mapToLong(StockMovement::soldChange).sum())
        .isEqualTo(stock.sold())
        .isEqualTo(1);
  }

  @Test
  void isNeverOversold() {
    stock.restock(2, NOW);

    assertThat(stock.has(2)).isTrue();
    assertThat(stock.has(3)).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> stock.hold(ORDER, 3, NOW));
    assertThat(stock.available()).isEqualTo(2);
  }

  @Test
  void givesUpOnlyUnitsThatAreAvailable() {
    stock.restock(2, NOW);
    stock.hold(ORDER, 1, NOW);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> stock.restock(-2, NOW))
        .satisfies(refused -> assertThat(refused.type()).isEqualTo(CatalogProblem.OUT_OF_STOCK));
  }

  @Test
  void isSpokenForOnceAUnitIsHeld() {
    stock.restock(2, NOW);
    assertThat(stock.isSpokenFor()).isFalse();

    stock.hold(ORDER, 1, NOW);
    assertThat(stock.isSpokenFor()).isTrue();

    stock.sell(ORDER, 1, NOW);
    assertThat(stock.isSpokenFor()).isTrue();
  }

  @Test
  void countsSalesOfWhatHasNoLimit() {
    var unlimited = Stock.empty(UUID.randomUUID(), StockPolicy.UNLIMITED);

    var held = unlimited.hold(ORDER, 1_000_000, NOW);
    unlimited.sell(ORDER, 1_000_000, NOW);

    assertThat(held.availableChange()).isZero();
    assertThat(unlimited.changed().available()).isNull();
    assertThat(unlimited.changed().sold()).isEqualTo(1_000_000);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> unlimited.restock(1, NOW))
        .satisfies(refused -> assertThat(refused.type()).isEqualTo(CatalogProblem.STOCK_UNLIMITED));
  }
}
