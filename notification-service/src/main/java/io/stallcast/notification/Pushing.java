package io.stallcast.notification;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sends notifications to people's devices. */
public interface Pushing {

  /**
   * Queues, within the unit of work under way, those that are to be pushed. They are sent after its
   * commit, to each device at least once.
   *
   * @param known the recipients whose accounts are known
   */
  Uni<Void> queue(List<NewNotification> notifications, Map<UUID, Recipient> known);

  /** Forgets a person's devices, within the unit of work under way. */
  Uni<Void> forget(UUID recipientId);
}
