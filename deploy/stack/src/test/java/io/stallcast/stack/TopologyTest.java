package io.stallcast.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyTest {
  private static final Path ROOT = Path.of("../..");

  @Test
  void givesEachPartAPortOfItsOwn() {
    assertThat(Topology.ports().values()).doesNotHaveDuplicates();
  }

  @Test
  void runsModulesOfThisRepository() {
    assertThat(Topology.applications())
        .allSatisfy(application -> assertThat(ROOT.resolve(application.folder())).isDirectory());
  }

  @Test
  void tellsAnApplicationWhereTheOthersAre(@TempDir Path path) throws Exception {
    try (var data = DataFolder.open(path)) {
      var order =
          Topology.applications().stream()
              .filter(application -> application.name().equals("order-service"))
              .findFirst()
              .orElseThrow();
      var sites = new Sites(Topology.ports(), data);

      Path folder = ApplicationFolder.configure(order, sites, Map.of("stallcast.extra", "1"));

      assertThat(read(folder.resolve("config/application.properties")))
          .containsEntry("quarkus.http.port", "8083")
          .containsEntry("stallcast.database.address", "127.0.0.1:15432")
          .containsEntry("stallcast.database.username", "orders")
          .containsEntry("kafka.bootstrap.servers", "127.0.0.1:19092")
          .containsEntry("stallcast.auth.url", "http://localhost:8081")
          .containsEntry("stallcast.catalog.url", "http://localhost:8082")
          .containsEntry("stallcast.extra", "1");
    }
  }

  @Test
  void readsWhichTopicsAnApplicationConsumes(@TempDir Path root) throws Exception {
    Path resources = Files.createDirectories(root.resolve("some-service/src/main/resources"));
    Files.writeString(
        resources.resolve("application.properties"),
        """
        mp.messaging.incoming.orders.topic=order.events
        mp.messaging.incoming.orders.group.id=some-service.orders
        mp.messaging.outgoing.mails.topic=mails
        """);

    assertThat(ApplicationFolder.consumedTopics(root, Application.of("some-service", 8099, 64)))
        .containsExactly("order.events");
  }

  private static Properties read(Path file) throws Exception {
    var properties = new Properties();
    try (var content = Files.newInputStream(file)) {
      properties.load(content);
    }
    return properties;
  }
}
