package io.stallcast.catalog.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stallcast.catalog.CatalogProblem;
import io.stallcast.catalog.LicenceKeys.Sale;
import io.stallcast.catalog.Price;
import io.stallcast.catalog.Product;
import io.stallcast.catalog.ProductDetails;
import io.stallcast.catalog.ProductKind;
import io.stallcast.catalog.ProductStatus;
import io.stallcast.catalog.Stock;
import io.stallcast.catalog.StockPolicy;
import io.stallcast.catalog.reservation.HoldRequest.Line;
import io.stallcast.catalog.reservation.HoldRequest.SeenPrice;
import io.stallcast.platform.event.InvalidRecordException;
import io.stallcast.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WarehouseTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Money FIVE = new Money(500, "EUR");
  private static final UUID SAGA = UUID.randomUUID();
  private static final UUID OTHER_SAGA = UUID.randomUUID();

  private final Product product = product(StockPolicy.COUNTED);
  private final Product second = product(StockPolicy.LICENCE_KEYS);
  private final Stock stock = stock(product, 3);
  private final Stock keys = stock(second, 2);
  private final UUID order = UUID.randomUUID();
  private Warehouse warehouse = warehouse(ProductStatus.PUBLISHED);

  private static Product product(StockPolicy policy) {
    var details = new ProductDetails("Knots", "", FIVE, null, List.of());
    return Product.draft(
        UUID.randomUUID(), UUID.randomUUID(), ProductKind.COURSE, policy, details, NOW);
  }

  private static Stock stock(Product product, long units) {
    var policy = units == 2 ? StockPolicy.LICENCE_KEYS : StockPolicy.COUNTED;
    var stock = Stock.empty(product.id(), policy);
    stock.restock(units, NOW);
    return stock;
  }

  private Warehouse warehouse(ProductStatus status) {
    var offers =
        Map.of(
            product.id(), new Offer(product.id(), "Knots", status),
            second.id(), new Offer(second.id(), "Ropes", ProductStatus.PUBLISHED));
    var prices =
        Map.of(
            product.id(), List.of(Price.of(product, NOW)),
            second.id(), List.of(Price.of(second, NOW)));
    return new Warehouse(
        List.of(), List.of(stock, keys), new Offers(offers, prices, NOW.minusSeconds(30)), NOW);
  }

  private HoldRequest wish(UUID order, Line... lines) {
    return new HoldRequest(order, SAGA, List.of(lines), null);
  }

  private static Line line(Product product, long quantity) {
    return line(product, quantity, FIVE);
  }

  private static Line line(Product product, long quantity, Money seen) {
    return new Line(product.id(), quantity, new SeenPrice(1, seen));
  }

  private Optional<CatalogProblem> hold(HoldRequest wish) {
    return warehouse.hold(wish).map(Refusal::problem);
  }

  @Test
  void holdsAllLines() {
    assertThat(hold(wish(order, line(product, 2), line(second, 1)))).isEmpty();

    assertThat(stock.available()).isEqualTo(1);
    assertThat(keys.reserved()).isEqualTo(1);
    assertThat(warehouse.changed()).containsExactlyInAnyOrder(stock, keys);
    assertThat(warehouse.movements()).hasSize(2);
  }

  @Test
  void holdsNothingWhereOneLineIsShort() {
    assertThat(hold(wish(order, line(product, 2), line(second, 9))))
        .contains(CatalogProblem.OUT_OF_STOCK);

    assertThat(stock.available()).isEqualTo(3);
    assertThat(warehouse.changed()).isEmpty();
    assertThat(warehouse.movements()).isEmpty();
  }

  @Test
  void addsUpLinesOfOneProduct() {
    assertThat(hold(wish(order, line(product, 2), line(product, 2))))
        .contains(CatalogProblem.OUT_OF_STOCK);
  }

  @Test
  void servesThoseWhoCameFirst() {
    assertThat(hold(wish(UUID.randomUUID(), line(product, 2)))).isEmpty();
    assertThat(hold(wish(UUID.randomUUID(), line(product, 2))))
        .contains(CatalogProblem.OUT_OF_STOCK);
    assertThat(hold(wish(UUID.randomUUID(), line(product, 1)))).isEmpty();

    assertThat(stock.available()).isZero();
    assertThat(warehouse.changed()).containsExactly(stock);
  }

  @Test
  void givesTheSameAnswerAgainWhateverHappenedSince() {
    var wish = wish(order, line(product, 2));
    assertThat(hold(wish)).isEmpty();
    assertThat(hold(wish)).isEmpty();
    warehouse.commit(order);
    assertThat(hold(wish)).isEmpty();

    var refused = wish(UUID.randomUUID(), line(product, 2));
    assertThat(hold(refused)).contains(CatalogProblem.OUT_OF_STOCK);
    stock.restock(10, NOW);
    assertThat(hold(refused)).contains(CatalogProblem.OUT_OF_STOCK);

    assertThat(stock.reserved()).isZero();
    assertThat(stock.sold()).isEqualTo(2);
  }

  @Test
  void refusesWhatIsNotForSaleOrUnheardOf() {
    warehouse = warehouse(ProductStatus.ARCHIVED);

    assertThat(hold(wish(order, line(product, 1)))).contains(CatalogProblem.PRODUCT_UNAVAILABLE);
    assertThat(hold(wish(UUID.randomUUID(), line(product(StockPolicy.COUNTED), 1))))
        .contains(CatalogProblem.PRODUCT_UNAVAILABLE);
  }

  @Test
  void refusesAPriceThatNeverStood() {
    assertThat(hold(wish(order, line(product, 1, new Money(1, "EUR")))))
        .contains(CatalogProblem.PRICE_CHANGED);
  }

  @Test
  void asksNoPriceOfThoseWhoNameNone() {
    var line = new Line(product.id(), 1, null);

    assertThat(hold(new HoldRequest(order, null, List.of(line), NOW))).isEmpty();
  }

  @Test
  void givesBackOnce() {
    hold(wish(order, line(product, 2)));
    warehouse.release(order, SAGA);
    warehouse.release(order, SAGA);

    assertThat(stock.available()).isEqualTo(3);
    assertThat(stock.reserved()).isZero();
  }

  @Test
  void refusesForGoodWhatWasGivenUpBefore() {
    warehouse.release(order, SAGA);

    assertThat(hold(wish(order, line(product, 1)))).contains(CatalogProblem.PRODUCT_UNAVAILABLE);
    assertThat(stock.available()).isEqualTo(3);
  }

  @Test
  void keepsWhatBelongsToAnother() {
    hold(wish(order, line(product, 2)));

    warehouse.release(order, null);
    warehouse.release(order, OTHER_SAGA);

    assertThat(stock.reserved()).isEqualTo(2);
    assertThat(warehouse.hold(new HoldRequest(order, OTHER_SAGA, List.of(), null))).isPresent();
  }

  @Test
  void keepsWhatIsSold() {
    hold(wish(order, line(second, 2)));
    warehouse.commit(order);
    warehouse.commit(order);
    warehouse.release(order, null);
    warehouse.release(order, OTHER_SAGA);

    assertThat(keys.sold()).isEqualTo(2);
    assertThat(keys.reserved()).isZero();
    assertThat(warehouse.keySales()).containsExactly(new Sale(order, second.id(), 2));
  }

  @Test
  void takesBackWhatIsSoldWhereItsSagaIsUndone() {
    hold(wish(order, line(second, 2)));
    warehouse.commit(order);

    warehouse.release(order, SAGA);
    warehouse.release(order, SAGA);

    assertThat(keys.sold()).isZero();
    assertThat(keys.available()).isEqualTo(2);
    assertThat(warehouse.keySales()).isEmpty();
    assertThat(warehouse.undone()).containsExactly(order);
  }

  @Test
  void cannotSellWhatIsNotHeld() {
    assertThatExceptionOfType(InvalidRecordException.class)
        .isThrownBy(() -> warehouse.commit(order));

    hold(wish(order, line(product, 1)));
    warehouse.release(order, SAGA);
    assertThatExceptionOfType(InvalidRecordException.class)
        .isThrownBy(() -> warehouse.commit(order));
  }
}
