package io.stallcast.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Prepares what is bought and who buys, through the gateway. */
public final class Shop {
  private static final String PASSWORD = "measured-and-found-good";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String gateway;

  /** By the gateway at this address. */
  public Shop(String gateway) {
    this.gateway = gateway;
  }

  /** Somebody who is logged in. */
  public record Buyer(String email, String password, String token, String refreshToken) {}

  /** A new account's e-mail address. */
  public String register() {
    String email = UUID.randomUUID() + "@load.example";
    post("/auth/register", null, Map.of("email", email, "password", PASSWORD, "displayName", "L"));
    return email;
  }

  /** With a new token, which lives for a quarter of an hour. */
  public Buyer logIn(String email) {
    JsonNode tokens = post("/auth/login", null, Map.of("email", email, "password", PASSWORD));
    String token = tokens.path("accessToken").asText();
    return new Buyer(email, PASSWORD, token, tokens.path("refreshToken").asText());
  }

  /** The token of somebody who may sell. */
  public String creator() {
    String email = register();
    post("/auth/me/roles", logIn(email).token(), Map.of("role", "creator"));
    return logIn(email).token();
  }

  /** The id of a new product that is for sale. */
  String product(String creator, Map<String, ?> stock) {
    Map<String, ?> product =
        Map.of(
            "title", "Under load",
            "description", "Bought as often as it goes.",
            "kind", "software",
            "price", Map.of("amount", 1900, "currency", "EUR"),
            "stock", stock);
    String id = post("/products", creator, product).path("id").asText();
    post("/products/" + id + "/publish", creator, Map.of());
    return id;
  }

  /** The id of a new stream for everybody, and of its room. */
  public String stream(String creator) {
    Map<String, ?> free = Map.of("policy", "free", "productIds", List.of());
    return post("/streams", creator, Map.of("title", "Under load", "access", free))
        .path("id")
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
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
