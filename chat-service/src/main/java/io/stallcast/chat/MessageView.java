package io.stallcast.chat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message as clients see it. */
@RegisterForReflection
@Schema(name = "ChatMessage")
public record MessageView(
    UUID id,
    @Schema(description = "Where it stands in the room: rising, with gaps") long position,
    @Schema(description = "By what its author's client knows it") String clientId,
    Author author,
    String text,
    @Schema(description = "The message that it answers; absent where it answers none") UUID replyTo,
    @Schema(description = "The accounts that it names") List<UUID> mentions,
    Instant sentAt,
    @Schema(description = "Absent where it was not edited") Instant editedAt,
    @Schema(description = "How many have sent each emoji") Map<String, Integer> reactions) {

  public static MessageView of(Message message) {
    return of(message, message.counts());
  }

  /** With reactions that the message itself does not know of. */
  public static MessageView of(Message message, Map<String, Integer> reactions) {
    return new MessageView(
        message.id(),
        message.position(),
        message.clientId(),
        message.author(),
        message.text(),
        message.replyTo().orElse(null),
        message.mentions(),
        message.sentAt(),
        message.editedAt().orElse(null),
        reactions);
  }
}
