package io.stallcast.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The public API, by one caller; waits where it is asked to. */
final class Api {
  private static final int TRIES = 10;
  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;
  private final String base;
  private final String token;

  Api(HttpClient client, String base, String token) {
    this.client = client;
    this.base = base;
    this.token = token;
  }

  Api as(String accessToken) {
    return new Api(client, base, accessToken);
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return expect(send(request(path).GET().build()));
  }

  JsonNode post(String path, Object body, String... headers)
      throws IOException, InterruptedException {
    return expect(answerTo("POST", path, body, headers));
  }

  JsonNode put(String path, Object body) throws IOException, InterruptedException {
    return expect(answerTo("PUT", path, body));
  }

  /** As {@link #post}, where a conflict means that it was done before. */
  void postOnce(String path, Object body) throws IOException, InterruptedException {
    HttpResponse<String> response = answerTo("POST", path, body);
    if (response.statusCode() != 409) {
      expect(response);
    }
  }

  private HttpResponse<String> answerTo(String method, String path, Object body, String... headers)
      throws IOException, InterruptedException {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(base + "/api/v1" + path)).timeout(Duration.ofSeconds(20));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    for (int tries = 1; LATER.contains(response.statusCode()) && tries < TRIES; tries++) {
      TimeUnit.SECONDS.sleep(response.headers().firstValueAsLong("Retry-After").orElse(1));
      response = client.send(request, BodyHandlers.ofString());
    }
    return response;
  }

  private static JsonNode expect(HttpResponse<String> response) throws IOException {
    if (response.statusCode() >= 300) {
      throw new IOException(
          "%s answers %d %s"
              .formatted(response.uri().getPath(), response.statusCode(), response.body()));
    }
    return response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
  }
}
