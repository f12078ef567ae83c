package io.stallcast.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Writes problems as HTTP answers, for the exception mappers of this module and of others.
 * Stateless and safe for use by several threads.
 */
@Singleton
public class Problems {
  private final ObjectMapper json;
  private final CurrentVertxRequest current;

  Problems(ObjectMapper json, CurrentVertxRequest current) {
    this.json = json;
    this.current = current;
  }

  /**
   * The answer to the current REST request, for an exception mapper to return. Its body is text, so
   * that no negotiation of content can stand in its way.
   */
  public RestResponse<String> answer(ProblemException failure) {
    var answer = RestResponse.ResponseBuilder.<String>create(failure.type().status());
    headers(failure).forEach(answer::header);
    return answer.entity(body(failure, current.getCurrent())).build();
  }

  /**
   * Ends a request that no REST resource answers and that has no answer yet. Where the answer has
   * begun, it is cut off.
   */
  public void send(ProblemException failure, RoutingContext request) {
    var response = request.response();
    if (response.headWritten()) {
      request.request().connection().close();
      return;
    }
    response.setStatusCode(failure.type().status());
    headers(failure).forEach(response::putHeader);
    response.end(body(failure, request));
  }

  /** Whether nobody reads an answer to the current request any more. */
  boolean isAnswered() {
    RoutingContext request = current.getCurrent();
    return request != null && (request.response().ended() || request.response().closed());
  }

  private String body(ProblemException failure, RoutingContext request) {
    String instance = request == null ? null : request.request().path();
    try {
      return json.writeValueAsString(Problem.of(failure, instance, traceId()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem is always JSON", e);
    }
  }

  private static Map<String, String> headers(ProblemException failure) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", Problem.MEDIA_TYPE);
    headers.put("Cache-Control", "no-store");
    failure.retryAfter().ifPresent(wait -> headers.put("Retry-After", seconds(wait)));
    if (failure.type().status() == 401) {
      headers.put("WWW-Authenticate", failure.challenge());
    }
    return headers;
  }

  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }

  private static String traceId() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() ? span.getTraceId() : null;
  }
}
