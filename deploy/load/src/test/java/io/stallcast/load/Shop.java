package io.stallcast.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;

/** Prepares what a load test needs, through the gateway: accounts that are logged in, products. */
final class Shop {
  private static final String PASSWORD = "measured-and-found-good";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String gateway;

  Shop(String gateway) {
    this.gateway = gateway;
  }

  /** The access token of a new account. */
  String buyer() {
    return logIn(register());
  }

  /** The id of a new product that never runs out. */
  String product() {
    var email = register();
    post("/auth/me/roles", logIn(email), Map.of("role", "creator"));
    var creator = logIn(email);
    var id =
        post(
                "/products",
                creator,
                Map.of(
                    "title", "Under load",
                    "description", "Bought as often as it goes.",
                    "kind", "software",
                    "price", Map.of("amount", 1900, "currency", "EUR"),
                    "stock", Map.of("policy", "unlimited")))
            .get("id")
            .asText();
    post("/products/" + id + "/publish", creator, Map.of());
    return id;
  }

  private String register() {
    var email = UUID.randomUUID() + "@load.example";
    post("/auth/register", null, Map.of("email", email, "password", PASSWORD, "displayName", "L"));
    return email;
  }

  private String logIn(String email) {
    return post("/auth/login", null, Map.of("email", email, "password", PASSWORD))
        .get("accessToken")
        .asText();
  }

  private JsonNode post(String path, String token, Map<String, ?> body) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
      if (token != null) {
        request.header("Authorization", "Bearer " + token);
      }
      var response = http.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(path + ": " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
