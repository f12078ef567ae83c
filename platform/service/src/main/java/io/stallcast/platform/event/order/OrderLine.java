package io.stallcast.platform.event.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.money.Money;
import java.util.UUID;

/**
 * One product of an order, as it was when the order was placed.
 *
 * @param productVersion version of the product whose price was taken
 * @param creatorId who sells it
 * @param quantity units, at least 1
 * @param unitPrice of one unit, frozen for this order
 */
@RegisterForReflection
public record OrderLine(
    UUID productId,
    long productVersion,
    UUID creatorId,
    String title,
    String kind,
    int quantity,
    Money unitPrice) {

  /** Price of all the units. */
  @JsonIgnore
  public Money total() {
    return unitPrice.times(quantity);
  }
}
