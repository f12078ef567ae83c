package io.stallcast.catalog.product;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.stallcast.catalog.StockPolicy;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The stock that a product starts with.
 *
 * @param quantity units, where the policy is counted
 * @param keys one for each unit, where the policy is licence_keys
 */
@Schema(description = "counted takes a quantity, licence_keys takes keys, unlimited takes nothing")
record StockTerms(
    @NotNull StockPolicy policy,
    @PositiveOrZero @Max(1_000_000_000) Long quantity,
    @Size(max = 10_000) List<@NotBlank @Size(max = 500) String> keys) {

  static final StockTerms UNLIMITED = new StockTerms(StockPolicy.UNLIMITED, null, null);

  @JsonIgnore
  @AssertTrue(message = "counted needs a quantity, licence_keys needs keys, and only theirs")
  public boolean isConsistent() {
    return policy == null
        || ((policy == StockPolicy.COUNTED) == (quantity != null)
            && (policy == StockPolicy.LICENCE_KEYS) == (keys != null));
  }

  @JsonIgnore
  @AssertTrue(message = "a licence key is given once")
  public boolean isEachKeyGivenOnce() {
    return keys == null || new HashSet<>(keys).size() == keys.size();
  }

  long units() {
    return switch (policy) {
      case UNLIMITED -> 0;
      case COUNTED -> quantity;
      case LICENCE_KEYS -> keys.size();
    };
  }

  /** Without the keys: they are secrets. */
  @Override
  public String toString() {
    return "StockTerms[" + policy + "]";
  }
}
