package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.system.MailBox.Letter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What buyers are told of their orders.
 *
 * @param ends how each order ended
 * @param refunds how often money of an order was given back, by its id
 */
record Notices(MailBox mailBox, Map<Purchase, String> ends, Map<String, Integer> refunds) {

  /** Each once in-app, and once by mail. */
  void areGivenOnce() {
    var purchases = ends.keySet().stream().collect(Collectors.groupingBy(Purchase::buyer));
    Invariants.eventually(
        purchases.keySet(), buyer -> requireInApp(buyer.notifications(), purchases.get(buyer)));
    Invariants.eventually(this::requireMails);
  }

  private void requireInApp(Map<String, List<String>> told, List<Purchase> purchases) {
    for (Purchase purchase : purchases) {
      String end = ends.get(purchase);
      assertThat(told.get("/orders/" + purchase.id()))
          .as("told of %s, %s", purchase.id(), end)
          .containsExactlyInAnyOrderElementsOf(kinds(purchase, end));
    }
  }

  private List<String> kinds(Purchase purchase, String end) {
    if (end.equals("cancelled")) {
      return List.of("order_failed");
    }
    List<String> kinds = new ArrayList<>(List.of("order_confirmed"));
    kinds.addAll(Collections.nCopies(refunds.getOrDefault(purchase.id(), 0), "refund"));
    return kinds;
  }

  private void requireMails() {
    var letters = mailBox.letters().stream().collect(Collectors.groupingBy(Letter::to));
    ends.forEach((purchase, end) ->
        sentences(end).forEach(sentence -> requireOneMail(purchase, sentence, letters)));
  }

  private static void requireOneMail(
      Purchase purchase, String sentence, Map<String, List<Letter>> letters) {
    String address = purchase.buyer().session().email();
    assertThat(letters.getOrDefault(address, List.of()))
        .filteredOn(letter -> letter.isAbout(purchase) && letter.text().contains(sentence))
        .as("mails to %s about %s that say: %s", address, purchase.id(), sentence)
        .hasSize(1);
  }

  /** Each stands in one kind of mail alone. */
  private static List<String> sentences(String end) {
    String confirmed = "it is yours from now on";
    return switch (end) {
      case "confirmed" -> List.of(confirmed);
      case "cancelled" -> List.of("You have not been charged for this order");
      case "refunded" -> List.of(confirmed, "your access to what you bought has ended");
      default -> throw new AssertionError(end);
    };
  }
}
