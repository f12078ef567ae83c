package io.stallcast.platform.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The answer to an idempotent request, as it is kept.
 *
 * @param status HTTP status, 2xx
 * @param location the Location header; may be null
 * @param body JSON; may be null
 * @param replayed whether an earlier request with the key was answered so
 */
public record Answer(int status, String location, String body, boolean replayed) {
  /** A first answer. */
  public static Answer of(int status, String location, String body) {
    return new Answer(status, location, body, false);
  }

  /** The HTTP response; a replay says so by {@code Idempotency-Replayed: true}. */
  public Response toResponse() {
    var response = Response.status(status).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
    if (location != null) {
      response.header(HttpHeaders.LOCATION, location);
    }
    if (replayed) {
      response.header("Idempotency-Replayed", "true");
    }
    return response.build();
  }
}
