package io.stallcast.streaming;

import java.util.UUID;

/**
 * Somebody with an account who wants to watch.
 *
 * @param authorization the credentials with which payment-service is asked in the viewer's name, as
 *     a header has them
 */
public record Viewer(UUID id, String authorization) {
  @Override
  public String toString() {
    return "Viewer[" + id + "]";
  }
}
