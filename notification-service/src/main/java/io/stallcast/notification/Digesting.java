package io.stallcast.notification;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Collects what would be many e-mails into one. */
public interface Digesting {

  /**
   * Keeps notifications for the next digest of their recipients, within the unit of work under way.
   *
   * @param due when the digest of a recipient is due if this begins it
   */
  Uni<Void> collect(List<NewNotification> notifications, Function<UUID, Instant> due);

  /** Forgets what was collected for a person, within the unit of work under way. */
  Uni<Void> forget(UUID recipientId);
}
