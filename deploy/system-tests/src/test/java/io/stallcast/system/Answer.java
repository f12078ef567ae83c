package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What was answered.
 *
 * @param request its method and path, for messages
 * @param took from the request to the end of the answer
 */
record Answer(String request, HttpResponse<String> response, Duration took) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

  int status() {
    return response.statusCode();
  }

  Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  JsonNode json() {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(this + " is not JSON", e);
    }
  }

  /** The stable code of a problem. */
  String code() {
    return json().path("code").asText();
  }

  Answer expect(int status) {
    assertThat(status()).as("%s", this).isEqualTo(status);
    return this;
  }

  /** Requires a problem of RFC 9457 with that status and code. */
  Answer expectProblem(int status, String code) {
    expect(status);
    assertThat(header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(code()).as("%s", this).isEqualTo(code);
    return this;
  }

  /** Whether a client is to ask again. */
  boolean isForLater() {
    return LATER.contains(status())
        || (status() == 409 && code().equals("idempotency_in_progress"));
  }

  @Override
  public String toString() {
    return request + " → " + response.statusCode() + " " + response.body();
  }
}
