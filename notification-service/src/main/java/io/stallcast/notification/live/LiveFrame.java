package io.stallcast.notification.live;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.notification.Kind;
import io.stallcast.platform.socket.ServerFrame;
import java.time.Instant;
import java.util.UUID;

/** What a person's sockets are told. */
sealed interface LiveFrame extends ServerFrame {

  /** Something new, as it stands in the list. */
  @RegisterForReflection
  @JsonTypeName("notification")
  record Notification(UUID id, Kind kind, String title, String body, String link, Instant createdAt)
      implements LiveFrame {}

  /** How many are unread. */
  @RegisterForReflection
  @JsonTypeName("unread")
  record Unread(long count) implements LiveFrame {}
}
