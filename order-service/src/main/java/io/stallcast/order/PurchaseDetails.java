package io.stallcast.order;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a purchase has for its buyer besides the order itself.
 *
 * @param challengeUrl where the buyer meets the bank's challenge; null where there is none to meet
 * @param licenceKeys the keys handed over, by product; empty until then
 */
public record PurchaseDetails(String challengeUrl, Map<UUID, List<String>> licenceKeys) {
  public static final PurchaseDetails NONE = new PurchaseDetails(null, Map.of());

  @Override
  public String toString() {
    return "PurchaseDetails[challenge=" + (challengeUrl != null) + "]";
  }
}
