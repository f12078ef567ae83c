package io.stallcast.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody who sees to what goes no further by itself. */
record Operator(Api api) {
  private static final String LETTERS = "/api/v1/admin/dead-letters";
  private static final String SAGAS = "/api/v1/admin/sagas";

  /** The dead letters of any service about an order, but for those that wait behind another. */
  List<JsonNode> open(Purchase purchase) {
    return api.list(LETTERS + "?status=open&limit=100&subject=" + purchase.id());
  }

  JsonNode awaitsDeadLetter(Purchase purchase) {
    return await("a dead letter of " + purchase.id())
        .atMost(Duration.ofSeconds(60))
        .until(() -> open(purchase), letters -> !letters.isEmpty())
        .getFirst();
  }

  Answer reads(JsonNode letter) {
    return api.get(at(letter, ""));
  }

  Answer replays(JsonNode letter) {
    return api.post(at(letter, "/replay"), Map.of());
  }

  Answer discards(JsonNode letter, String note) {
    return api.post(at(letter, "/discard"), Map.of("note", note));
  }

  List<JsonNode> stuck() {
    return api.list(SAGAS + "?stuck=true&limit=100");
  }

  Answer retries(Purchase purchase) {
    return api.post(SAGAS + "/" + purchase.id() + "/retry", Map.of());
  }

  Answer aborts(Purchase purchase) {
    return api.post(SAGAS + "/" + purchase.id() + "/abort", Map.of());
  }

  private static String at(JsonNode letter, String verb) {
    var service = letter.path("service").asText();
    return LETTERS + "/" + letter.path("id").asText() + verb + "?service=" + service;
  }
}
