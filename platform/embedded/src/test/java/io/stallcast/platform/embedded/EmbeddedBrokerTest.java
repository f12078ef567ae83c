package io.stallcast.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
  private static final TopicSpec ORDERS =
      new TopicSpec("orders", 3, Map.of("cleanup.policy", "compact"));
  private static final TopicSpec PAYMENTS = new TopicSpec("payments", 1, Map.of());

  @Test
  void createsTheTopicsThatAreAbsentAndKeepsThem(@TempDir Path folder) throws Exception {
    try (var broker = EmbeddedBroker.configure().in(folder).start()) {
      broker.createTopics(List.of(ORDERS));
      broker.createTopics(List.of(ORDERS, PAYMENTS));
      assertThat(topics(broker)).contains("orders", "payments");
    }
    try (var broker = EmbeddedBroker.configure().in(folder).start()) {
      assertThat(topics(broker)).contains("orders", "payments");
    }
  }

  @Test
  void takesBatchesHoweverTheyAreCompressed() throws Exception {
    try (var broker = EmbeddedBroker.configure().start()) {
      broker.createTopics(List.of(PAYMENTS));
      for (String compression : List.of("none", "gzip", "snappy", "lz4", "zstd")) {
        try (var producer = producer(broker, compression)) {
          producer.send(new ProducerRecord<>("payments", compression)).get(10, TimeUnit.SECONDS);
        }
      }
    }
  }

  private static KafkaProducer<String, String> producer(EmbeddedBroker broker, String compression) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.address(), "compression.type", compression);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private static Set<String> topics(EmbeddedBroker broker) throws Exception {
    var settings = new Properties();
    settings.put("bootstrap.servers", broker.address());
    try (var admin = Admin.create(settings)) {
      return admin.listTopics().names().get();
    }
  }
}
