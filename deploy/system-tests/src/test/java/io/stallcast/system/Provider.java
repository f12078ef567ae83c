package io.stallcast.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The payment provider's own books, which know nothing of ours. */
final class Provider {
  private static final String API_KEY = "sk_test_stallcast";

  private final String origin;
  private final Api api;

  Provider(String origin) {
    this.origin = origin;
    this.api = Api.anonymous(origin).as(API_KEY);
  }

  /** Money that was taken from a card: what of it was given back, too. */
  record Charge(
      String orderId,
      String paymentId,
      String status,
      long amount,
      String currency,
      List<Long> refunds) {

    boolean isTaken() {
      return status.equals("succeeded");
    }

    long kept() {
      return isTaken() ? amount - refunds.stream().mapToLong(Long::longValue).sum() : 0;
    }

    private static Charge of(JsonNode json) {
      JsonNode metadata = json.path("metadata");
      return new Charge(
          metadata.path("order_id").asText(),
          json.path("idempotency_key").asText(),
          json.path("status").asText(),
          json.path("amount").asLong(),
          json.path("currency").asText(),
          StreamSupport.stream(json.path("refunds").spliterator(), false)
              .map(refund -> refund.path("amount").asLong())
              .toList());
    }
  }

  /** Every charge there ever was. */
  List<Charge> charges() {
    return api.list("/v1/charges?limit=1000").stream().map(Charge::of).toList();
  }

  List<Charge> chargesOf(Purchase purchase) {
    return charges().stream().filter(charge -> charge.orderId().equals(purchase.id())).toList();
  }

  /** What it holds for us, by currency. */
  Map<String, Long> cash() {
    return charges().stream()
        .filter(Charge::isTaken)
        .collect(Collectors.groupingBy(Charge::currency, Collectors.summingLong(Charge::kept)));
  }

  /** The cardholder says {@code approve} or {@code decline} on the bank's page. */
  void answer(String challenge, String outcome) {
    String path = URI.create(challenge).getPath();
    Api.anonymous(origin).submit(path, "outcome=" + outcome).expect(200);
  }
}
