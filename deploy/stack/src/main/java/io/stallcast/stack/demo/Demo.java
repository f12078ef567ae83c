package io.stallcast.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.stallcast.stack.LogIn;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Loads the demo's shop through the gateway. Loading it again adds only what is missing. */
public final class Demo {
  private final Shop shop = Shop.read();
  private final Map<String, String> productIds = new HashMap<>();
  private final Api anybody;

  /** A demo for the shop whose gateway is at {@code url}. */
  public Demo(String url) {
    this.anybody = new Api(HttpClient.newHttpClient(), url, null);
  }

  /** Who may log in, one for each role and everybody of the shop. */
  public List<LogIn> logIns() {
    return Stream.of(
            Stream.of(LogIn.ADMIN, LogIn.MODERATOR),
            shop.creators().stream().map(Shop.Creator::logIn),
            shop.buyers().stream().map(Shop.Buyer::logIn))
        .flatMap(logIns -> logIns)
        .toList();
  }

  /**
   * Registers everybody, publishes the products, announces the streams, says something in the rooms
   * of those that are on, and places the orders.
   *
   * @throws IOException naming the call that was refused
   */
  public void load() throws IOException, InterruptedException {
    for (Shop.Creator creator : shop.creators()) {
      fillStall(creator);
    }
    for (Shop.Buyer buyer : shop.buyers()) {
      goShopping(buyer);
    }
  }

  private void fillStall(Shop.Creator creator) throws IOException, InterruptedException {
    Api api = asCreator(creator.logIn());
    Map<String, JsonNode> present = ownProducts(api);
    for (JsonNode wanted : creator.products()) {
      String title = wanted.path("title").asText();
      JsonNode product = present.containsKey(title) ? present.get(title) : create(api, wanted);
      if (product.path("status").asText().equals("draft")) {
        api.post("/products/" + product.path("id").asText() + "/publish", Map.of());
      }
      productIds.put(title, product.path("id").asText());
    }
    fillProgramme(api, creator.streams());
  }

  private void fillProgramme(Api api, List<Shop.Broadcast> streams)
      throws IOException, InterruptedException {
    Set<String> present = announced(api);
    for (Shop.Broadcast wanted : streams) {
      if (!present.contains(wanted.title())) {
        broadcast(api, wanted);
      }
    }
  }

  private void broadcast(Api api, Shop.Broadcast wanted) throws IOException, InterruptedException {
    String stream = "/streams/" + api.post("/streams", stream(wanted)).path("id").asText();
    if (wanted.pinned() != null) {
      api.put(stream + "/pinned-product", Map.of("productId", productIds.get(wanted.pinned())));
    }
    if (wanted.isLive()) {
      api.post(stream + "/start", Map.of());
      greet(api, "/chat/rooms/" + stream.substring("/streams/".length()), wanted.greetings());
    }
  }

  private static void greet(Api api, String room, List<String> greetings)
      throws IOException, InterruptedException {
    for (String greeting : greetings) {
      String clientId = "greeting-" + greetings.indexOf(greeting);
      api.post(room + "/messages", Map.of("clientId", clientId, "text", greeting));
    }
  }

  private Map<String, Object> stream(Shop.Broadcast wanted) {
    Map<String, Object> stream = new HashMap<>();
    stream.put("title", wanted.title());
    stream.put("description", wanted.description());
    stream.put("category", wanted.category());
    var products = wanted.titles().stream().map(productIds::get).toList();
    stream.put("access", Map.of("policy", wanted.policy(), "productIds", products));
    if (!wanted.isLive()) {
      stream.put("scheduledFor", Instant.now().plus(Duration.ofDays(wanted.startsIn())).toString());
    }
    return stream;
  }

  /** The titles of the caller's streams that are on, or still to come. */
  private static Set<String> announced(Api api) throws IOException, InterruptedException {
    String id = api.get("/auth/me").path("id").asText();
    Set<String> titles = new HashSet<>();
    for (JsonNode stream : api.get("/streams?limit=100&creator=" + id).path("items")) {
      if (stream.path("status").asText().equals("live") || isToCome(stream)) {
        titles.add(stream.path("title").asText());
      }
    }
    return titles;
  }

  private static boolean isToCome(JsonNode stream) {
    return stream.path("status").asText().equals("scheduled")
        && Instant.parse(stream.path("scheduledFor").asText()).isAfter(Instant.now());
  }

  private static JsonNode create(Api api, JsonNode wanted)
      throws IOException, InterruptedException {
    return api.post("/products", wanted);
  }

  private static Map<String, JsonNode> ownProducts(Api api)
      throws IOException, InterruptedException {
    String id = api.get("/auth/me").path("id").asText();
    Map<String, JsonNode> products = new HashMap<>();
    for (JsonNode product : api.get("/products?limit=100&creator=" + id).path("items")) {
      products.put(product.path("title").asText(), product);
    }
    return products;
  }

  private void goShopping(Shop.Buyer buyer) throws IOException, InterruptedException {
    Api api = anybody.as(accessToken(signIn(buyer.logIn())));
    if (!api.get("/orders").path("items").isEmpty()) {
      return;
    }
    int number = 0;
    for (Shop.Purchase purchase : buyer.purchases()) {
      number++;
      api.post("/orders", order(purchase), "Idempotency-Key", "demo-" + number);
    }
  }

  private Map<String, Object> order(Shop.Purchase purchase) {
    var items =
        purchase.titles().stream()
            .map(title -> Map.of("productId", productIds.get(title), "quantity", 1))
            .toList();
    return Map.of("items", items, "payment", Map.of("token", purchase.card()));
  }

  /** The role is in the tokens that come after it was taken. */
  private Api asCreator(LogIn logIn) throws IOException, InterruptedException {
    JsonNode tokens = signIn(logIn);
    anybody.as(accessToken(tokens)).post("/auth/me/roles", Map.of("role", "creator"));
    var refresh = Map.of("refreshToken", tokens.path("refreshToken").asText());
    return anybody.as(accessToken(anybody.post("/auth/refresh", refresh)));
  }

  private JsonNode signIn(LogIn logIn) throws IOException, InterruptedException {
    anybody.postOnce(
        "/auth/register",
        Map.of(
            "email", logIn.email(),
            "password", logIn.password(),
            "displayName", logIn.displayName()));
    return anybody.post(
        "/auth/login", Map.of("email", logIn.email(), "password", logIn.password()));
  }

  private static String accessToken(JsonNode tokens) {
    return tokens.path("accessToken").asText();
  }
}
