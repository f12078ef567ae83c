package io.stallcast.testprovider.charging;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.testprovider.Charge;
import java.util.List;
import java.util.Optional;

/**
 * Some charges, oldest first.
 *
 * @param next the cursor to read on with; null at the end
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChargePage(List<Charge> items, String next) {

  /** A page of all but the last row, which only tells that the list goes on. */
  static ChargePage of(List<Charge> rows, int limit) {
    var goesOn = rows.size() > limit;
    var items = goesOn ? rows.subList(0, limit) : rows;
    return new ChargePage(items, goesOn ? items.getLast().id() : null);
  }

  static ChargePage of(Optional<Charge> charge) {
    return new ChargePage(charge.stream().toList(), null);
  }
}
