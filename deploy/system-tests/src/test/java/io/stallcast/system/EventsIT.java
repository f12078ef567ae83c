package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stallcast.asyncapi.AsyncDocument;
import io.stallcast.platform.event.Topic;
import io.stallcast.system.fault.RecordWatch;
import io.stallcast.system.fault.Records;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What stands on the topics is what the event catalogue says; what other tests have caused, too.
 */
class EventsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ENOUGH = 200;

  @RegisterExtension final Shop shop = new Shop();

  private final AsyncDocument catalogue = RunningStack.document("events");
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<String> objections = new ArrayList<>();

  @Test
  void everyRecordIsInTheCatalogue() {
    Creator creator = shop.creator();
    Product product = creator.publishes(course().stock(5));
    String stream = creator.goesLive(creator.announces());
    try (Guest guest = Guest.in(stream, creator.session().api())) {
      guest.say("1", "Welcome");
      guest.screen().await("ack");
    }
    shop.buyer().buys(product, "tok_visa").ends("confirmed");

    new Records(shop.stack().broker()).each(topics(), this::check);

    assertThat(objections).isEmpty();
    assertThat(seen)
        .containsKeys(
            "user.events user.created",
            "product.events product.published",
            "stock.events stock.changed",
            "order.events order.confirmed",
            "payment.events payment.processed",
            "access.events access.granted",
            "streaming.events stream.started",
            "chat.messages chat.posted",
            "saga.events saga.completed",
            "inventory.commands inventory.reserve",
            "saga.replies payment.processed");
  }

  private static List<String> topics() {
    return Arrays.stream(Topic.values()).map(Topic::topicName).toList();
  }

  /** Some of each kind. */
  private void check(ConsumerRecord<String, String> record) {
    String type = RecordWatch.type(record);
    if (seen.merge(record.topic() + " " + type, 1, Integer::sum) > ENOUGH) {
      return;
    }
    if (!catalogue.has(record.topic(), type)) {
      objections.add(record.topic() + " " + type + ": not documented");
      return;
    }
    ObjectNode headers = headers(record);
    objections.addAll(catalogue.objections(record.topic(), type, "headers", headers));
    objections.addAll(catalogue.objections(record.topic(), type, "payload", value(record)));
    assertThat(record.key()).as(type).isEqualTo(headers.path("ce_subject").asText());
    assertThat(catalogue.senders(record.topic(), type))
        .as("who sends %s on %s", type, record.topic())
        .contains(headers.path("ce_source").asText().substring(1));
  }

  private static ObjectNode headers(ConsumerRecord<?, ?> record) {
    ObjectNode headers = JSON.createObjectNode();
    record
        .headers()
        .forEach(header ->
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return headers;
  }

  private static JsonNode value(ConsumerRecord<?, String> record) {
    try {
      return record.value() == null ? JSON.nullNode() : JSON.readTree(record.value());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No JSON: " + record, e);
    }
  }
}
