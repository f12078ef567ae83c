package io.stallcast.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.gateway.Backends;
import io.stallcast.gateway.Edge;
import io.stallcast.gateway.Edge.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Backends.class)
class ApiDocumentIT {
  private final Edge edge = Edge.client();

  @Test
  void describesAllServicesThatAnswer() {
    JsonObject document = edge.get("/openapi").json();

    assertThat(document.getJsonObject("paths").fieldNames())
        .containsExactlyInAnyOrder(
            "/api/v1/orders", "/api/v1/orders/{id}", "/api/v1/notifications");
    assertThat(operation(document, "/api/v1/orders", "post").getJsonArray("tags"))
        .isEqualTo(JsonArray.of("order"));
    assertThat(document.getJsonObject("components").getJsonObject("schemas").fieldNames())
        .containsExactlyInAnyOrder("Problem", "Item", "OrderItem", "OrderList", "List");
  }

  @Test
  void saysWhichServiceDidNotAnswer() {
    JsonObject info = edge.get("/openapi.json").json().getJsonObject("info");

    assertThat(info.getJsonArray("x-missing")).contains("payment");
    assertThat(info.getString("description")).contains("without").contains("payment");
  }

  @Test
  void isShownByTheSwaggerUi() {
    Answer page = edge.get("/swagger-ui/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body().toString()).contains("/openapi");
    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self' 'unsafe-inline'");
  }

  @Test
  void linksTheDocumentsOfSocketsAndEvents() {
    Answer page = edge.get("/asyncapi/");

    assertThat(page.status()).isEqualTo(200);
    List<String> documents =
        Pattern.compile("href=\"([a-z-]+\\.yaml)\"")
            .matcher(page.body().toString())
            .results()
            .map(link -> link.group(1))
            .toList();
    assertThat(documents).contains("events.yaml", "chat-service.yaml");
    for (String document : documents) {
      assertThat(edge.get("/asyncapi/" + document).body().toString()).startsWith("asyncapi: 3.0.0");
    }
  }

  private static JsonObject operation(JsonObject document, String path, String method) {
    return document.getJsonObject("paths").getJsonObject(path).getJsonObject(method);
  }
}
