package io.stallcast.notification;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import java.util.List;

/** Sends e-mails. */
public interface Mailing {
  /**
   * Something to be sent.
   *
   * @param cause the event or job that led to it
   */
  record Order(Email email, Envelope<?> cause) {}

  /**
   * Queues e-mails within the unit of work under way. They are sent after its commit, at least
   * once.
   */
  Uni<Void> queue(List<Order> orders);
}
