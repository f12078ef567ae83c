package io.stallcast.streaming.watching;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.socket.ClientFrame;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What viewers say. */
@RegisterForReflection
sealed interface ViewerFrame extends ClientFrame {

  /** A viewer feels something; how many do is told once a second. */
  @RegisterForReflection
  @JsonTypeName("react")
  record React(
      @NotNull @Size(max = 40) @Pattern(regexp = EMOJI, message = "must be one emoji") String emoji)
      implements ViewerFrame {

    /** One grapheme that is made of emoji alone, and not of digits. */
    private static final String EMOJI =
        "(?=\\X$)(?=.*[\\p{IsExtended_Pictographic}\\x{1F1E6}-\\x{1F1FF}\\x{20E3}])"
            + "[\\p{IsEmoji}\\x{200D}\\x{FE0F}\\x{20E3}\\x{E0020}-\\x{E007F}]+";
  }
}
