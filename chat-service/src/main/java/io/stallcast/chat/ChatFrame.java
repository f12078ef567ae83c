package io.stallcast.chat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.socket.ServerFrame;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What those in a room are told on {@code /ws/chat/{roomId}}. */
public sealed interface ChatFrame extends ServerFrame {
  /**
   * The first of all.
   *
   * @param position the last of the room that is told with it
   * @param recovered whether what follows is exactly what was missed, rather than the newest page
   * @param presence how many are here
   * @param slowModeSeconds 0 where nobody has to wait
   * @param pinned the pinned message; null for none
   */
  @RegisterForReflection
  @JsonTypeName("welcome")
  record Welcome(
      long position,
      String epoch,
      boolean recovered,
      long presence,
      int slowModeSeconds,
      @Nullable UUID pinned)
      implements ChatFrame {}

  /** A client's message is in the room for good. */
  @RegisterForReflection
  @JsonTypeName("ack")
  record Ack(String clientId, UUID id, long position) implements ChatFrame {}

  /** So many are here. */
  @RegisterForReflection
  @JsonTypeName("presence")
  record Presence(long count) implements ChatFrame {}

  /** Somebody writes. */
  @RegisterForReflection
  @JsonTypeName("typing")
  record Typing(UUID userId) implements ChatFrame {}

  /** The stream has ended, or the course is archived: nobody writes any more. */
  @RegisterForReflection
  @JsonTypeName("room_closed")
  record RoomClosed() implements ChatFrame {}

  /**
   * A message; all that may have changed since is null where it has not.
   *
   * @param replyTo null where it answers none
   * @param mentions null where it names nobody
   */
  @RegisterForReflection
  @JsonTypeName("message")
  record Said(
      long position,
      UUID id,
      String clientId,
      Author author,
      String text,
      @Nullable UUID replyTo,
      @Nullable List<UUID> mentions,
      Instant sentAt,
      @Nullable Instant editedAt,
      @Nullable Map<String, Integer> reactions)
      implements ChatFrame {}

  @RegisterForReflection
  @JsonTypeName("message_edited")
  record Edited(long position, UUID messageId, String text, Instant editedAt)
      implements ChatFrame {}

  @RegisterForReflection
  @JsonTypeName("message_deleted")
  record Deleted(long position, UUID messageId) implements ChatFrame {}

  @RegisterForReflection
  @JsonTypeName("reaction")
  record Reaction(long position, UUID messageId, Map<String, Integer> counts)
      implements ChatFrame {}

  /**
   * A message is shown above the others.
   *
   * @param messageId null where none is any more
   */
  @RegisterForReflection
  @JsonTypeName("pin")
  record Pin(long position, @Nullable UUID messageId) implements ChatFrame {}

  /**
   * What moderators did.
   *
   * @param action timeout, ban, unban or slow_mode
   * @param userId null where it concerns everybody
   * @param seconds null where it has no end
   * @param reason null where none was given
   */
  @RegisterForReflection
  @JsonTypeName("moderation")
  record Moderation(
      long position,
      String action,
      @Nullable UUID userId,
      @Nullable Long seconds,
      @Nullable String reason)
      implements ChatFrame {}
}
