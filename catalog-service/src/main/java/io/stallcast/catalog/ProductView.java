package io.stallcast.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product as clients see it. */
@RegisterForReflection
@Schema(name = "Product")
public record ProductView(
    UUID id,
    @Schema(description = "Raised by every change; the ETag in quotes") long version,
    UUID creatorId,
    @Schema(
            description = "What it is",
            enumeration = {
              "course",
              "software",
              "asset",
              "music",
              "subscription",
              "ticket",
              "session",
              "physical"
            })
        String kind,
    String title,
    String description,
    @Schema(enumeration = {"draft", "published", "archived"}) String status,
    @Schema(enumeration = {"unlimited", "counted", "licence_keys"}) String stockPolicy,
    Money price,
    String category,
    List<String> tags,
    Instant createdAt,
    @Schema(description = "Absent before the publication") Instant publishedAt) {

  public static ProductView of(Product product) {
    var now = product.snapshot();
    return new ProductView(
        now.id(),
        now.version(),
        now.creatorId(),
        now.kind(),
        now.title(),
        now.description(),
        now.status(),
        now.stockPolicy(),
        now.price(),
        now.category(),
        now.tags(),
        now.createdAt(),
        now.publishedAt());
  }
}
