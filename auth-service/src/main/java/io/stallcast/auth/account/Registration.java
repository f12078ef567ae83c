package io.stallcast.auth.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who wants an account. */
record Registration(
    @NotNull
        @Size(max = 254)
        @Email(regexp = "[^\\s@]+@[^\\s@]+\\.[^\\s@.]+")
        @Schema(examples = "ada@example.org")
        String email,
    @NotNull
        @Schema(
            examples = "a long sentence of mine",
            description = "10 to 128 characters, not among those that are tried first")
        String password,
    @NotBlank
        @Size(max = 80)
        @Pattern(regexp = DisplayName.PATTERN, message = DisplayName.MESSAGE)
        @Schema(examples = "Ada")
        String displayName) {

  @Override
  public String toString() {
    return "Registration[...]";
  }
}
