package io.stallcast.gateway.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.gateway.Backends;
import io.stallcast.gateway.Edge;
import io.stallcast.gateway.Edge.Answer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dead letters of auth, catalog, notification and order; payment is down. */
@QuarkusTest
@WithTestResource(Backends.class)
class GatheringIT {
  private static final String LIST = "/api/v1/admin/dead-letters";

  private final Edge edge = Edge.client();

  @Test
  void putsTheListTogetherAndNamesWhoIsMissing() {
    JsonObject page = edge.get(LIST).json();

    assertThat(ids(page)).hasSize(12).isSorted().first().isEqualTo("1 auth-service");
    assertThat(page.getJsonArray("unavailable")).containsExactly("payment-service");
    assertThat(page.containsKey("next")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 12})
  void readsOnFromPageToPage(int limit) {
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      JsonObject page = edge.get(LIST + "?limit=" + limit + next).json();
      assertThat(page.getJsonArray("items").size()).isLessThanOrEqualTo(limit);
      seen.addAll(ids(page));
      next = page.containsKey("next") ? "&cursor=" + page.getString("next") : null;
    } while (next != null);

    assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize(12);
  }

  @Test
  void asksTheOneThatIsNamed() {
    JsonObject page = edge.get(LIST + "?service=order-service").json();

    assertThat(ids(page)).containsExactly("1 order-service", "2 order-service", "3 order-service");
    JsonObject replay = edge.post(LIST + "/7/replay?service=order-service", "").json();
    assertThat(replay.getString("backend")).isEqualTo("order");
    assertThat(edge.get(LIST + "?service=payment-service").status()).isEqualTo(503);
  }

  @Test
  void passesOnWhatIsRefused() {
    Answer answer = edge.get(LIST, "Authorization", "Basic nobody");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().getString("code")).isEqualTo("forbidden");
  }

  @Test
  void wantsToKnowWhoseIsMeant() {
    for (String path : List.of("/7/replay", "/replay", "")) {
      Answer answer = edge.post(LIST + path, "");

      assertThat(answer.status()).as(path).isEqualTo(400);
      assertThat(answer.json().getString("code")).isEqualTo("validation_failed");
    }
    assertThat(edge.get(LIST + "/7").status()).isEqualTo(400);
  }

  @Test
  void refusesAQueryThatCannotBeRead() {
    assertThat(edge.get(LIST + "?service=%zz").status()).isEqualTo(400);
    assertThat(edge.get(LIST + "?limit=%zz").status()).isEqualTo(400);
  }

  @Test
  void knowsNoOtherServices() {
    for (String service : List.of("order", "narrow-service", "%20", "")) {
      assertThat(edge.get(LIST + "?service=" + service).status()).as(service).isEqualTo(404);
    }
  }

  private static List<String> ids(JsonObject page) {
    return page.getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .map(item ->
            item.getString("id").substring(item.getString("id").length() - 1)
                + " "
                + item.getString("service"))
        .toList();
  }
}
