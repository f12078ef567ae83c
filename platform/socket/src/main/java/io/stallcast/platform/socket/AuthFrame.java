package io.stallcast.platform.socket;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;

/**
 * Renews the token of a socket, on any endpoint.
 *
 * @param token an access token of the account that the socket belongs to
 */
@RegisterForReflection
@JsonTypeName(AuthFrame.TYPE)
public record AuthFrame(@NotBlank String token) implements ClientFrame {
  static final String TYPE = "auth";
}
