package io.stallcast.payment.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.stallcast.payment.PaymentJob.ReconcilePayment;
import io.stallcast.payment.ProviderProcess;
import io.stallcast.payment.Purchase;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(ProviderProcess.class)
class PaymentJobsIT {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String LOCK = "select id from payment where id = $1 for no key update";
  private static final String WAITING =
      """
      select count(*) as number from pg_stat_activity
      where wait_event_type = 'Lock' and query like '%from payment %'
      """;

  @Inject PaymentJobs jobs;
  @Inject Pool pool;

  /** Otherwise two who lock the same payments might wait for one another. */
  @Test
  void lockPaymentsInTheOrderOfTheirIds() throws Exception {
    var first = UUID.fromString(Purchase.ofTwoLines().paid().paymentId());
    var second = UUID.fromString(Purchase.ofTwoLines().paid().paymentId());
    var records = records(new ReconcilePayment(second), new ReconcilePayment(first));
    var other = pool.getConnection().await().atMost(SOON);
    var transaction = other.begin().await().atMost(SOON);
    execute(other, LOCK, first);
    try (var threads = Executors.newSingleThreadExecutor()) {
      var done = CompletableFuture.runAsync(() -> apply(records), threads);
      await().atMost(SOON).until(this::isSomebodyWaiting);

      execute(other, LOCK + " nowait", second);

      transaction.commit().await().atMost(SOON);
      assertThat(done).succeedsWithin(SOON);
    } finally {
      other.closeAndForget();
    }
  }

  private void apply(ConsumerRecords<String, String> records) {
    try {
      VertxContextSupport.subscribeAndAwait(() -> jobs.on(records));
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isSomebodyWaiting() {
    var rows = pool.query(WAITING).execute().await().atMost(SOON);
    return rows.iterator().next().getLong("number") > 0;
  }

  private static void execute(SqlClient client, String statement, UUID id) {
    client.preparedQuery(statement).execute(Tuple.of(id)).await().atMost(SOON);
  }

  private static ConsumerRecords<String, String> records(ReconcilePayment... jobs) {
    var partition = new TopicPartition(Topic.PAYMENT_JOBS.topicName(), 0);
    var records = Stream.of(jobs).map(PaymentJobsIT::record).toList();
    return new ConsumerRecords<>(Map.of(partition, records), Map.of());
  }

  private static ConsumerRecord<String, String> record(ReconcilePayment job) {
    var made = TestEvents.record(Topic.PAYMENT_JOBS, job.paymentId(), 0, job, Identifiers.next());
    return new ConsumerRecord<>(
        made.topic(),
        0,
        0,
        Instant.now().toEpochMilli(),
        TimestampType.CREATE_TIME,
        -1,
        -1,
        made.key(),
        made.value(),
        made.headers(),
        Optional.empty());
  }
}
