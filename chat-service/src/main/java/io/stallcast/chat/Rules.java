package io.stallcast.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be said in a room, and by whom; those who moderate may say anything. */
@RegisterForReflection
@Schema(name = "ChatRules")
public record Rules(
    @Schema(description = "Who may write") @NotNull Writers writers,
    @Schema(description = "Whether messages may have links") boolean links,
    @Schema(description = "What no message may contain, however it is spelled") @Size(max = 200)
        List<@NotBlank @Size(max = 60) String> words) {
  /** What a room begins with: everything goes. */
  public static final Rules NONE = new Rules(Writers.EVERYBODY, true, List.of());

  public Rules {
    words = words == null ? List.of() : words.stream().distinct().toList();
  }

  /** Who may write. */
  public enum Writers {
    /** Everybody who is in the room. */
    EVERYBODY,
    /** Who follows the creator. */
    FOLLOWERS,
    /** Who has one of the room's products, or in a free stream's room nobody. */
    OWNERS;

    /** The name in JSON. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
