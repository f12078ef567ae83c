package io.stallcast.notification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hands jobs that are due to the features that have put them off. Each feature declares a consumer
 * of its own, and leaves the others' jobs alone; one Kafka consumer serves them all.
 */
@ApplicationScoped
public class Jobs {
  private final Inbox inbox;
  private final List<String> consumers;

  Jobs(Inbox inbox, Consumptions consumptions) {
    this.inbox = inbox;
    this.consumers = consumptions.names().stream().filter(Jobs::isForJobs).sorted().toList();
  }

  /** The name of the consumer of a feature's jobs. */
  public static String of(String feature) {
    return Topic.NOTIFICATION_JOBS.topicName() + " of " + feature;
  }

  @Incoming("jobs")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return Multi.createFrom()
        .iterable(consumers)
        .onItem()
        .transformToUniAndMerge(consumer -> inbox.apply(consumer, records))
        .onItem()
        .ignoreAsUni();
  }

  private static boolean isForJobs(String consumer) {
    return consumer.startsWith(Topic.NOTIFICATION_JOBS.topicName());
  }
}
