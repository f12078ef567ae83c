package io.stallcast.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyTest {
  private static final Path ROOT = Path.of("../..");
  private static final Replicas EVERY_SERVICE_TWICE =
      new Replicas(
          StackSettings.services().stream()
              .collect(Collectors.toMap(Function.identity(), name -> 2)));

  @Test
  void givesEachPartAPortOfItsOwn() {
    assertThat(Topology.ports(EVERY_SERVICE_TWICE).values()).doesNotHaveDuplicates();
  }

  @Test
  void runsModulesOfThisRepository() {
    assertThat(Topology.applications())
        .allSatisfy(application -> assertThat(ROOT.resolve(application.folder())).isDirectory());
  }

  @Test
  void tellsAnApplicationWhereTheOthersAre(@TempDir Path path) throws Exception {
    try (var data = DataFolder.open(path)) {
      var pod = new Pod(application("order-service"), 1);

      assertThat(configuration(pod, Replicas.ONE_EACH, data))
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
  void tellsPodsOfOneAddressForEachService(@TempDir Path path) throws Exception {
    try (var data = DataFolder.open(path)) {
      var second = new Pod(application("order-service"), 2);

      assertThat(configuration(second, EVERY_SERVICE_TWICE, data))
          .containsEntry("quarkus.http.port", "8183")
          .containsEntry("stallcast.database.name", "orders")
          .containsEntry("stallcast.auth.url", "http://localhost:9081")
          .containsEntry("stallcast.catalog.url", "http://localhost:9082");
      assertThat(path.resolve("order-service-2/config")).isDirectory();
    }
  }

  @Test
  void tellsTheGatewayOfEveryPod(@TempDir Path path) throws Exception {
    try (var data = DataFolder.open(path)) {
      assertThat(configuration(new Pod(application("gateway"), 1), EVERY_SERVICE_TWICE, data))
          .containsEntry(
              "stallcast.gateway.upstreams.order.addresses", "127.0.0.1:8083,127.0.0.1:8183");
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

  private static Application application(String name) {
    return Topology.applications().stream()
        .filter(application -> application.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Properties configuration(Pod pod, Replicas replicas, DataFolder data)
      throws Exception {
    var sites = new Sites(Topology.ports(replicas), replicas, data);
    Path folder = ApplicationFolder.configure(pod, sites, Map.of("stallcast.extra", "1"));
    return read(folder.resolve("config/application.properties"));
  }

  private static Properties read(Path file) throws Exception {
    var properties = new Properties();
    try (var content = Files.newInputStream(file)) {
      properties.load(content);
    }
    return properties;
  }
}
