package io.stallcast.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;

/**
 * What a product's creator may change at any time before it is archived.
 *
 * @param description plain text or Markdown; empty where absent
 * @param price of one unit
 * @param category slug of a category; null where it is in none
 * @param tags in lower case, each once; empty where absent
 */
@RegisterForReflection
public record ProductDetails(
    @NotBlank @Size(max = 200) String title,
    @NotNull @Size(max = 20_000) String description,
    @NotNull @Valid Money price,
    @Size(max = 60) String category,
    @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) String> tags) {

  public ProductDetails {
    description = description == null ? "" : description;
    tags = tags == null ? List.of() : tags.stream().map(ProductDetails::tag).distinct().toList();
  }

  private static String tag(String tag) {
    return tag == null ? null : tag.strip().toLowerCase(Locale.ROOT);
  }
}
