package io.stallcast.catalog;

import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A price that a product has or had, and the versions and the time it stood for. */
@Entity
@Table(name = "price")
public class Price {
  @Id private UUID id;

  @Column(name = "product_id")
  private UUID productId;

  private long amount;
  private String currency;

  @Column(name = "from_version")
  private long fromVersion;

  /** Exclusive; null while the price stands. */
  @Column(name = "until_version")
  private Long untilVersion;

  @Column(name = "valid_from")
  private Instant validFrom;

  /** Null while the price stands. */
  @Column(name = "valid_until")
  private Instant validUntil;

  protected Price() {}

  /** The price that {@code product} has from its present version on. */
  public static Price of(Product product, Instant now) {
    var price = new Price();
    price.id = Identifiers.next();
    price.productId = product.id();
    price.amount = product.price().amount();
    price.currency = product.price().currency();
    price.fromVersion = product.version();
    price.validFrom = now;
    return price;
  }

  public void end(long version, Instant now) {
    untilVersion = version;
    validUntil = now;
  }

  /**
   * Whether a buyer who saw {@code unitPrice} at {@code version} gets this price: it stands, or it
   * stood for that version and ended no earlier than {@code graceStart}.
   */
  public boolean honours(long version, Money unitPrice, Instant graceStart) {
    return unitPrice.equals(new Money(amount, currency))
        && (validUntil == null || (stoodFor(version) && !validUntil.isBefore(graceStart)));
  }

  private boolean stoodFor(long version) {
    return fromVersion <= version && version < untilVersion;
  }

  public UUID productId() {
    return productId;
  }
}
