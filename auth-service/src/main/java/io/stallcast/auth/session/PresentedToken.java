package io.stallcast.auth.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A refresh token as a client sends it. */
record PresentedToken(@NotBlank @Size(max = 128) String refreshToken) {
  RefreshToken toToken() {
    return new RefreshToken(refreshToken);
  }

  @Override
  public String toString() {
    return "PresentedToken[...]";
  }
}
