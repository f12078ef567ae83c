package io.stallcast.platform.event.streaming;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What happened to a stream. Subject the stream's id, sequence the stream's version; each event but
 * the reminder carries the whole state.
 */
@OnTopic(value = Topic.STREAMING_EVENTS, by = "streaming-service")
@RegisterForReflection
public sealed interface StreamEvent {
  /**
   * A stream as others may know it.
   *
   * @param version raised by every change
   * @param description may be null
   * @param category may be null
   * @param pictureUrl may be null
   * @param status scheduled, live or ended
   * @param pinnedProductId the product shown beside the stream; null for none
   * @param scheduledFor when it is to begin; null where nobody has said
   * @param startedAt null before it is live
   * @param endedAt null before it has ended
   */
  @RegisterForReflection
  record Stream(
      UUID id,
      long version,
      UUID creatorId,
      String title,
      @Nullable String description,
      @Nullable String category,
      @Nullable String pictureUrl,
      String status,
      Access access,
      @Nullable UUID pinnedProductId,
      Instant createdAt,
      @Nullable Instant scheduledFor,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {}

  /**
   * Who may watch.
   *
   * @param policy free, purchase or subscription
   * @param productIds each of them entitles to watch; empty for a free stream
   */
  @RegisterForReflection
  record Access(String policy, List<UUID> productIds) {}

  @RegisterForReflection
  @EventType("stream.scheduled")
  record StreamScheduled(Stream stream) implements StreamEvent {}

  @RegisterForReflection
  @EventType("stream.changed")
  record StreamChanged(Stream stream) implements StreamEvent {}

  @RegisterForReflection
  @EventType("stream.started")
  record StreamStarted(Stream stream) implements StreamEvent {}

  @RegisterForReflection
  @EventType("stream.ended")
  record StreamEnded(Stream stream) implements StreamEvent {}

  /** The creator called a scheduled stream off; it carries the last state. */
  @RegisterForReflection
  @EventType("stream.cancelled")
  record StreamCancelled(Stream stream) implements StreamEvent {}

  @RegisterForReflection
  @EventType("stream.product-pinned")
  record StreamProductPinned(Stream stream) implements StreamEvent {}

  @RegisterForReflection
  @EventType("stream.product-unpinned")
  record StreamProductUnpinned(Stream stream) implements StreamEvent {}

  /**
   * A viewer who wanted to be reminded is to be told now.
   *
   * @param userId whom to tell
   */
  @RegisterForReflection
  @EventType("stream.reminder-due")
  record StreamReminderDue(
      UUID streamId, UUID creatorId, String title, Instant scheduledFor, UUID userId)
      implements StreamEvent {}
}
