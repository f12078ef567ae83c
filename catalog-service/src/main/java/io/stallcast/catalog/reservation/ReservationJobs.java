package io.stallcast.catalog.reservation;

import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.reservation.ReservationJob.ReservationExpired;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Does what the catalogue has put off to itself. */
@ApplicationScoped
class ReservationJobs {
  private final Inbox inbox;
  private final Reserving reserving;

  ReservationJobs(Inbox inbox, Reserving reserving) {
    this.inbox = inbox;
    this.reserving = reserving;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.apart(Topic.CATALOG_JOBS, ReservationJob.class, this::apply);
  }

  @Incoming("catalog-jobs")
  public Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<Void> apply(Envelope<ReservationJob> job) {
    return switch (job.data()) {
      case ReservationExpired expired -> reserving.giveBack(expired.orderId()).replaceWithVoid();
    };
  }
}
