package io.stallcast.auth.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What signs a person in. */
record Credentials(
    @NotBlank @Size(max = 254) @Schema(examples = "ada@example.org") String email,
    @NotBlank @Size(max = 512) @Schema(examples = "a long sentence of mine") String password) {
  @Override
  public String toString() {
    return "Credentials[...]";
  }
}
