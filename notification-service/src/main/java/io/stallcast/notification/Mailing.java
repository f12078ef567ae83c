package io.stallcast.notification;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import java.util.List;

/** Sends e-mails. */
public interface Mailing {
  /**
   * Something to be sent.
   *
   * @param event what it follows from
   */
  record Order(Email email, Envelope<?> event) {}

  /**
   * Queues e-mails within the unit of work under way. They are sent after its commit, at least
   * once.
   */
  Uni<Void> queue(List<Order> orders);
}
