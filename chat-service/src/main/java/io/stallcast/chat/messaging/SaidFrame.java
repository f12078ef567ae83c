package io.stallcast.chat.messaging;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.socket.ClientFrame;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** What those in a room say. */
@RegisterForReflection
sealed interface SaidFrame extends ClientFrame {
  int LONGEST_TEXT = 2000;
  int LONGEST_REASON = 500;
  long LONGEST_TIMEOUT = 14 * 24 * 3600L;

  /**
   * A message.
   *
   * @param clientId by what the client knows it; twice the same is one message
   * @param replyTo what it answers; may be null
   */
  @RegisterForReflection
  @JsonTypeName("send")
  record Send(
      @NotBlank @Size(max = 64) String clientId,
      @NotBlank @Size(max = LONGEST_TEXT) String text,
      UUID replyTo)
      implements SaidFrame {
    @Override
    public String ref() {
      return clientId;
    }
  }

  @RegisterForReflection
  @JsonTypeName("edit")
  record Edit(@NotNull UUID messageId, @NotBlank @Size(max = LONGEST_TEXT) String text)
      implements SaidFrame {
    @Override
    public String ref() {
      return messageId.toString();
    }
  }

  @RegisterForReflection
  @JsonTypeName("delete")
  record Delete(@NotNull UUID messageId, @Size(max = LONGEST_REASON) String reason)
      implements SaidFrame {
    @Override
    public String ref() {
      return messageId.toString();
    }
  }

  /**
   * Somebody feels something about a message.
   *
   * @param withdrawn whether no longer
   */
  @RegisterForReflection
  @JsonTypeName("react")
  record React(
      @NotNull UUID messageId,
      @NotNull @Size(max = 40) @Pattern(regexp = EMOJI, message = "must be one emoji") String emoji,
      boolean withdrawn)
      implements SaidFrame {
    /** One grapheme that is made of emoji alone, and not of digits. */
    static final String EMOJI =
        "(?=\\X$)(?=.*[\\p{IsExtended_Pictographic}\\x{1F1E6}-\\x{1F1FF}\\x{20E3}])"
            + "[\\p{IsEmoji}\\x{200D}\\x{FE0F}\\x{20E3}\\x{E0020}-\\x{E007F}]+";

    @Override
    public String ref() {
      return messageId.toString();
    }
  }

  @RegisterForReflection
  @JsonTypeName("typing")
  record Typing() implements SaidFrame {}

  /** Somebody may not write for some time. */
  @RegisterForReflection
  @JsonTypeName("timeout")
  record TimeOut(
      @NotNull UUID userId,
      @Min(1) @Max(LONGEST_TIMEOUT) long seconds,
      @Size(max = LONGEST_REASON) String reason)
      implements SaidFrame {}

  @RegisterForReflection
  @JsonTypeName("ban")
  record Ban(@NotNull UUID userId, @Size(max = LONGEST_REASON) String reason)
      implements SaidFrame {}

  @RegisterForReflection
  @JsonTypeName("unban")
  record Unban(@NotNull UUID userId) implements SaidFrame {}

  /** 0 ends it. */
  @RegisterForReflection
  @JsonTypeName("slow_mode")
  record SlowMode(@NotNull @Min(0) @Max(600) Integer seconds) implements SaidFrame {}

  /**
   * A message is to be shown above the others.
   *
   * @param messageId null for none any more
   */
  @RegisterForReflection
  @JsonTypeName("pin")
  record Pin(UUID messageId) implements SaidFrame {}
}
