package io.stallcast.streaming;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.socket.ServerFrame;
import jakarta.annotation.Nullable;
import java.util.Map;
import java.util.UUID;

/** What those who watch a stream are told on {@code /ws/streams/{id}}. */
public sealed interface WatchFrame extends ServerFrame {

  /** So many watch; at most once a second, and only where it has changed. */
  @RegisterForReflection
  @JsonTypeName("viewers")
  record Viewers(long count) implements WatchFrame {}

  @RegisterForReflection
  @JsonTypeName("stream_started")
  record StreamStarted() implements WatchFrame {}

  @RegisterForReflection
  @JsonTypeName("stream_ended")
  record StreamEnded() implements WatchFrame {}

  /**
   * A product is shown beside the stream.
   *
   * @param productId null where no product is shown any more
   */
  @RegisterForReflection
  @JsonTypeName("product_pinned")
  record ProductPinned(@Nullable UUID productId) implements WatchFrame {}

  /** So many units of a product can still be bought. */
  @RegisterForReflection
  @JsonTypeName("stock")
  record Stock(UUID productId, long available) implements WatchFrame {}

  /** So many units of a product were bought just now. */
  @RegisterForReflection
  @JsonTypeName("sale")
  record Sale(UUID productId, long quantity) implements WatchFrame {}

  /** How often each emoji was sent within the last second. */
  @RegisterForReflection
  @JsonTypeName("reactions")
  record Reactions(Map<String, Integer> counts) implements WatchFrame {}

  /** The viewer has lost access; the socket is closed next. */
  @RegisterForReflection
  @JsonTypeName("access_ended")
  record AccessEnded() implements WatchFrame {}
}
