package io.stallcast.notification.live;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.notification.NewNotification;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;

/** What pods tell one another about people's lists. */
@OnTopic(Topic.NOTIFICATION_LISTS)
@RegisterForReflection
sealed interface ListEvent {

  /**
   * The list of a person is another one.
   *
   * @param notificationId what is new in it; null where something was read
   */
  @RegisterForReflection
  record Change(UUID recipientId, @Nullable UUID notificationId) {
    static Change of(NewNotification added) {
      return new Change(added.recipientId(), added.id());
    }
  }

  /** Some lists have changed in one unit of work. */
  @RegisterForReflection
  @EventType("lists.changed")
  record ListsChanged(List<Change> changes) implements ListEvent {}
}
