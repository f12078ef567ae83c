package io.stallcast.notification;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import java.time.Instant;
import java.util.List;

/** Sends e-mails. */
public interface Mailing {
  /**
   * Something to be sent.
   *
   * @param cause the event or job that led to it
   * @param notBefore when it is to be sent; null for at once
   */
  record Order(Email email, Envelope<?> cause, Instant notBefore) {}

  /**
   * Queues e-mails within the unit of work under way. They are sent after its commit, at least
   * once.
   */
  Uni<Void> queue(List<Order> orders);
}
