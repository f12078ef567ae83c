package io.stallcast.catalog.inventory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Units to be added.
 *
 * @param quantity for a counted stock; below zero takes units off
 * @param keys for a stock of licence keys
 */
record Restock(
    @Min(-1_000_000_000)
        @Max(1_000_000_000)
        @Schema(description = "Units of a counted stock; below zero takes off")
        Long quantity,
    @Size(min = 1, max = 10_000) @Schema(description = "Keys of a stock of licence keys")
        List<@NotBlank @Size(max = 500) String> keys) {

  @JsonIgnore
  @AssertTrue(message = "give either a quantity or keys")
  public boolean isOneOfBoth() {
    return (quantity == null) != (keys == null);
  }

  @JsonIgnore
  @AssertTrue(message = "a licence key is given once")
  public boolean isEachKeyGivenOnce() {
    return keys == null || new HashSet<>(keys).size() == keys.size();
  }

  boolean bringsKeys() {
    return keys != null;
  }

  long units() {
    return bringsKeys() ? keys.size() : quantity;
  }

  /** Without the keys: they are secrets. */
  @Override
  public String toString() {
    return bringsKeys() ? "Restock[" + keys.size() + " keys]" : "Restock[" + quantity + "]";
  }
}
