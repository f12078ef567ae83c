package io.stallcast.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.RequestScoped;

/** Remembers that a public resource was called with a token that is not valid. */
@RequestScoped
class RefusedToken {
  private AuthenticationFailedException reason;

  void remember(AuthenticationFailedException failure) {
    reason = failure;
  }

  void throwIfSo() {
    if (reason != null) {
      throw reason;
    }
  }
}
