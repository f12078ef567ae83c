package io.stallcast.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** One origin's HTTP, as one caller sees it. */
final class Api {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String origin;
  private final String token;

  private Api(String origin, String token) {
    this.origin = origin;
    this.token = token;
  }

  static Api anonymous(String origin) {
    return new Api(origin, null);
  }

  Api as(String bearerToken) {
    return new Api(origin, bearerToken);
  }

  /** Whose HTTP it is. */
  String origin() {
    return origin;
  }

  /** The access token; null for nobody's. */
  String token() {
    return token;
  }

  /** The same, by the generated client. */
  Client client() {
    return new Client(origin, token);
  }

  /** Any request. */
  Answer send(String method, String path, String body, String... headers) {
    var content = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return send(method, path, content, headers);
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer post(String path, Object body, String... headers) {
    return send("POST", path, BodyPublishers.ofString(write(body)), with(headers));
  }

  /** A form, as browsers send it. */
  Answer submit(String path, String form) {
    return send(
        "POST",
        path,
        BodyPublishers.ofString(form),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  /** All items of a list, page by page. */
  List<JsonNode> list(String path) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(path + cursor).expect(200).json();
      page.path("items").forEach(items::add);
      cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : null;
    } while (cursor != null);
    return items;
  }

  /** Asks again while the answer is to come later, as every client should. */
  static Answer persistently(Supplier<Answer> call) {
    return Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(250))
        .atMost(Duration.ofMinutes(2))
        .until(call::get, answer -> !answer.isForLater());
  }

  private Answer send(String method, String path, BodyPublisher body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .timeout(LONGEST_ANSWER)
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    long since = System.nanoTime();
    HttpResponse<String> response = exchange(request.build());
    return new Answer(method + " " + path, response, Duration.ofNanos(System.nanoTime() - since));
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(request + " has no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String[] with(String... headers) {
    List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
    all.addAll(List.of(headers));
    return all.toArray(String[]::new);
  }

  private static String write(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
