package io.stallcast.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stallcast.platform.embedded.EmbeddedBroker;
import io.stallcast.platform.embedded.EmbeddedDatabase;
import io.stallcast.platform.embedded.TopicSpec;
import io.stallcast.platform.event.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What a service needs around it: PostgreSQL with an empty database, a broker with every topic, and
 * an issuer of tokens. One for a module: {@code @WithTestResource(ServiceInfrastructure.class)} on
 * each of its Quarkus tests.
 */
public final class ServiceInfrastructure implements QuarkusTestResourceLifecycleManager {
  private static final String DATABASE = "service";

  private EmbeddedDatabase database;
  private EmbeddedBroker broker;
  private KeyServer keys;

  @Override
  public Map<String, String> start() {
    var starting = CompletableFuture.runAsync(this::startDatabase);
    keys = KeyServer.start();
    startBroker();
    starting.join();
    return settings();
  }

  @Override
  public void stop() {
    TestEvents.close();
    TopicLog.closeAll();
    if (broker != null) {
      broker.close();
    }
    if (database != null) {
      database.close();
    }
    if (keys != null) {
      keys.close();
    }
  }

  private void startDatabase() {
    database =
        EmbeddedDatabase.configure()
            .option("fsync", "off")
            .option("synchronous_commit", "off")
            .option("full_page_writes", "off")
            .option("max_connections", "200")
            .start();
    database.createDatabase(DATABASE, DATABASE);
  }

  /** Topics of dead letters come into being with their first: a test knows no list of them. */
  private void startBroker() {
    broker = EmbeddedBroker.configure().option("auto.create.topics.enable", "true").start();
    broker.createTopics(Arrays.stream(Topic.values()).map(ServiceInfrastructure::spec).toList());
  }

  private static TopicSpec spec(Topic topic) {
    return new TopicSpec(topic.topicName(), topic.partitions(), topic.configuration());
  }

  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("stallcast.database.address", database.address()),
        Map.entry("stallcast.database.name", DATABASE),
        Map.entry("stallcast.database.username", DATABASE),
        Map.entry("stallcast.database.password", DATABASE),
        Map.entry("kafka.bootstrap.servers", broker.address()),
        // tests wait for single records
        Map.entry("mp.messaging.connector.smallrye-kafka.fetch.min.bytes", "1"),
        Map.entry("stallcast.auth.url", keys.url()),
        Map.entry("quarkus.log.category.\"kafka\".level", "WARN"),
        Map.entry("quarkus.log.category.\"state\".level", "WARN"));
  }
}
