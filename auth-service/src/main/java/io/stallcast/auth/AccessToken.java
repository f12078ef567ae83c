package io.stallcast.auth;

import java.time.Duration;

/**
 * A signed JWT and how long it lives.
 *
 * @param value compact serialisation
 */
public record AccessToken(String value, Duration lifetime) {
  @Override
  public String toString() {
    return "AccessToken[" + lifetime + "]";
  }
}
