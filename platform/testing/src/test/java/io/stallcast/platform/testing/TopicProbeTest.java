package io.stallcast.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.auth.UserEvent;
import io.stallcast.platform.event.auth.UserEvent.UserErased;
import io.stallcast.platform.event.order.OrderEvent;
import io.stallcast.platform.event.order.OrderEvent.OrderInventoryReserved;
import io.stallcast.platform.event.order.OrderEvent.OrderPaid;
import io.stallcast.platform.identifier.Identifiers;
import java.sql.DriverManager;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicProbeTest {
  private static final ServiceInfrastructure INFRASTRUCTURE = new ServiceInfrastructure();

  private static Map<String, String> settings;

  private final UUID order = Identifiers.next();

  @BeforeAll
  static void start() {
    settings = INFRASTRUCTURE.start();
    settings.forEach(System::setProperty);
  }

  @AfterAll
  static void stop() {
    settings.keySet().forEach(System::clearProperty);
    INFRASTRUCTURE.stop();
  }

  @Test
  void findsTheEventsThatWereSent() {
    UUID id = TestEvents.send(Topic.ORDER_EVENTS, order, 2, new OrderInventoryReserved(order));
    TestEvents.send(Topic.ORDER_EVENTS, order, 3, new OrderPaid(order, order));

    var reserved = TopicProbe.on(Topic.ORDER_EVENTS).await(OrderInventoryReserved.class, order);

    assertThat(reserved.id()).isEqualTo(id);
    assertThat(reserved.sequence()).isEqualTo(2);
    assertThat(reserved.data().orderId()).isEqualTo(order);
    assertThat(TopicProbe.on(Topic.ORDER_EVENTS).seen(OrderEvent.class))
        .filteredOn(event -> event.subject().equals(order.toString()))
        .extracting(event -> event.data().getClass().getSimpleName())
        .containsExactly("OrderInventoryReserved", "OrderPaid");
  }

  @Test
  void showsARedeliveryTwice() {
    UUID id = TestEvents.send(Topic.SAGA_EVENTS, order, 1, new OrderPaid(order, order));
    TestEvents.send(Topic.SAGA_EVENTS, order, 1, new OrderPaid(order, order), id);

    assertThat(TopicProbe.on(Topic.SAGA_EVENTS).seen(OrderPaid.class))
        .extracting(event -> event.id())
        .containsExactly(id, id);
  }

  @Test
  void showsTombstonesAndRecordsThatCannotBeDecoded() {
    TestEvents.send(Topic.USER_EVENTS, order, 1, new UserErased());
    TestEvents.sendRaw(Topic.PAYMENT_EVENTS, order, "payment.nonsense", "not json");

    var erased = TopicProbe.on(Topic.USER_EVENTS).awaitRecord(r -> r.key().equals("" + order));
    var nonsense = TopicProbe.on(Topic.PAYMENT_EVENTS).awaitRecord(r -> r.key().equals("" + order));

    assertThat(erased.value()).isNull();
    assertThat(TopicProbe.on(Topic.USER_EVENTS).await(UserEvent.class, order).data())
        .isEqualTo(new UserErased());
    assertThat(nonsense.value()).isEqualTo("not json");
  }

  @Test
  void seesNothingWhereThereIsNoTopicYet() {
    assertThat(TopicProbe.onDeadLetters(Topic.ORDER_EVENTS, "nobody").seen(OrderEvent.class))
        .isEmpty();
  }

  @Test
  void waitsForATopicThatIsNotThereYet() throws Exception {
    var letters = TopicProbe.onDeadLetters(Topic.ORDER_EVENTS, "late");
    var found = new FutureTask<>(() -> letters.awaitRecord(letter -> true));
    Thread.ofPlatform().daemon().start(found);

    String topic = Topic.deadLetters(Topic.ORDER_EVENTS.topicName(), "late");
    TestEvents.send(new ProducerRecord<>(topic, order.toString(), "a late one"));

    assertThat(found.get().value()).isEqualTo("a late one");
  }

  @Test
  void offersAnEmptyDatabase() throws Exception {
    String url =
        "jdbc:postgresql://%s/%s"
            .formatted(
                settings.get("stallcast.database.address"),
                settings.get("stallcast.database.name"));
    try (var connection =
            DriverManager.getConnection(
                url,
                settings.get("stallcast.database.username"),
                settings.get("stallcast.database.password"));
        var tables =
            connection
                .createStatement()
                .executeQuery("select count(*) from pg_tables where schemaname='public'")) {
      tables.next();
      assertThat(tables.getInt(1)).isZero();
    }
  }
}
