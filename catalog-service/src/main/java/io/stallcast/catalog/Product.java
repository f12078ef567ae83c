package io.stallcast.catalog;

import static io.stallcast.catalog.ProductStatus.ARCHIVED;
import static io.stallcast.catalog.ProductStatus.DRAFT;
import static io.stallcast.catalog.ProductStatus.PUBLISHED;

import io.stallcast.platform.event.catalog.ProductEvent;
import io.stallcast.platform.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a creator sells. Each change raises the version, which is also its ETag. */
@Entity
@Table(name = "product")
public class Product {
  @Id private UUID id;

  /** From 1: an event's sequence of 0 means that the aggregate has none. */
  @Version private long version = 1;

  @Column(name = "creator_id")
  private UUID creatorId;

  @Enumerated(EnumType.STRING)
  private ProductKind kind;

  @Enumerated(EnumType.STRING)
  private ProductStatus status;

  private String title;
  private String description;

  @Column(name = "price_amount")
  private long priceAmount;

  @Column(name = "price_currency")
  private String priceCurrency;

  private String category;
  private String[] tags;

  @Enumerated(EnumType.STRING)
  @Column(name = "stock_policy")
  private StockPolicy stockPolicy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "listed_at")
  private Instant listedAt;

  protected Product() {}

  /** A new draft. */
  public static Product draft(
      UUID id,
      UUID creatorId,
      ProductKind kind,
      StockPolicy stockPolicy,
      ProductDetails details,
      Instant now) {
    var product = new Product();
    product.id = id;
    product.creatorId = creatorId;
    product.kind = kind;
    product.stockPolicy = stockPolicy;
    product.status = DRAFT;
    product.createdAt = now;
    product.listedAt = now;
    product.describe(details);
    return product;
  }

  public void edit(ProductDetails details) {
    if (status == ARCHIVED) {
      throw illegal("edited");
    }
    describe(details);
  }

  public void publish(Instant now) {
    if (status != DRAFT) {
      throw illegal("published");
    }
    status = PUBLISHED;
    publishedAt = now;
    listedAt = now;
  }

  public void archive() {
    if (status != PUBLISHED) {
      throw illegal("archived");
    }
    status = ARCHIVED;
  }

  private void describe(ProductDetails details) {
    title = details.title();
    description = details.description();
    priceAmount = details.price().amount();
    priceCurrency = details.price().currency();
    category = details.category();
    tags = details.tags().toArray(String[]::new);
  }

  private RuntimeException illegal(String change) {
    return CatalogProblem.ILLEGAL_TRANSITION.because(
        "A product that is " + status.wire() + " cannot be " + change + ".");
  }

  /** The whole state, as every event carries it. */
  public ProductEvent.Product snapshot() {
    return new ProductEvent.Product(
        id,
        version,
        creatorId,
        kind.wire(),
        title,
        description,
        status.wire(),
        stockPolicy.wire(),
        price(),
        category,
        List.of(tags),
        createdAt,
        publishedAt);
  }

  public ProductDetails details() {
    return new ProductDetails(title, description, price(), category, List.of(tags));
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID creatorId() {
    return creatorId;
  }

  public ProductStatus status() {
    return status;
  }

  public String title() {
    return title;
  }

  public Money price() {
    return new Money(priceAmount, priceCurrency);
  }

  public Instant listedAt() {
    return listedAt;
  }
}
