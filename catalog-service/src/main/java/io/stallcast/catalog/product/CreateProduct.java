package io.stallcast.catalog.product;

import io.stallcast.catalog.ProductDetails;
import io.stallcast.catalog.ProductKind;
import io.stallcast.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A product to be sold.
 *
 * @param stock unlimited where absent
 */
record CreateProduct(
    @NotBlank @Size(max = 200) String title,
    @Size(max = 20_000) String description,
    @NotNull ProductKind kind,
    @NotNull @Valid Money price,
    @Size(max = 60) String category,
    @Size(max = 20) List<@NotBlank @Size(max = 40) String> tags,
    @Valid StockTerms stock) {

  ProductDetails details() {
    return new ProductDetails(title, description, price, category, tags);
  }

  StockTerms terms() {
    return stock == null ? StockTerms.UNLIMITED : stock;
  }
}
