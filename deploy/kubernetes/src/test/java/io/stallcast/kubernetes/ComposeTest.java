package io.stallcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The Compose file is what the services' code says. */
class ComposeTest {
  /** With what YAML merges into others. */
  private static final JsonNode FILE =
      new ObjectMapper()
          .valueToTree(
              new Yaml().load(Repository.text(Repository.released("compose/compose.yaml"))));

  private static final Pattern ADDRESS = Pattern.compile("([a-z][a-z-]+):(\\d+)(/.*)?");

  /** Of what is not ours. */
  private static final Map<String, String> PORTS =
      Map.of(
          "postgres", "5432",
          "kafka", "9092",
          "jaeger", "4317",
          "mailpit", "1025",
          "test-provider", "8090");

  static Stream<Service> services() {
    return Service.all().stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  void runsTheImageOfEveryService(Service service) {
    assertThat(part(service.name()).path("image").asText())
        .isEqualTo("stallcast/" + service + ":1.0.0-SNAPSHOT");
  }

  @ParameterizedTest
  @MethodSource("services")
  void tellsAServiceOnlyWhatItReads(Service service) {
    KnownSettings known = new KnownSettings(service);

    assertThat(environment(service.name()).keySet()).allMatch(known::reads, "is read");
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyAddressIsSomebodys(Service service) {
    assertThat(environment(service.name()).values().stream().flatMap(ComposeTest::addresses))
        .allMatch(ComposeTest::isSomebodys, "leads somewhere");
  }

  @Test
  void everyImageIsOfAVersion() {
    assertThat(FILE.path("services").findValuesAsText("image"))
        .isNotEmpty()
        .allMatch(image -> image.matches(".+:(?!latest$)[\\w.-]+"), "is of a version");
  }

  @Test
  void whatIsMountedIsThere() {
    Path folder = Repository.released("compose");

    assertThat(FILE.path("services").findValues("volumes"))
        .flatExtracting(mounts -> Manifest.elements(mounts).map(JsonNode::asText).toList())
        .filteredOn(mount -> mount.startsWith("."))
        .hasSizeGreaterThan(5)
        .allMatch(mount -> Files.exists(folder.resolve(mount.split(":")[0])), "is there");
  }

  @ParameterizedTest
  @MethodSource("services")
  void theMetricsOfEveryServiceAreRead(Service service) {
    JsonNode prometheus =
        Manifest.node(Repository.text(Repository.released("observability/prometheus.yaml")));

    assertThat(Manifest.elements(prometheus.path("scrape_configs")))
        .filteredOn(job -> job.path("job_name").asText().equals(service.name()))
        .extracting(job -> job.at("/static_configs/0/targets/0").asText())
        .containsExactly(service + ":" + service.healthPort());
  }

  private static JsonNode part(String name) {
    return FILE.path("services").path(name);
  }

  private static Map<String, String> environment(String name) {
    return part(name).path("environment").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, variable -> variable.getValue().asText()));
  }

  private static Stream<String> addresses(String value) {
    return Stream.of(value.replaceAll("\\w+://", "").split(","))
        .filter(address -> ADDRESS.matcher(address).matches())
        .filter(address -> !address.startsWith("localhost"));
  }

  private static boolean isSomebodys(String address) {
    var parts = ADDRESS.matcher(address);
    return parts.matches()
        && !part(parts.group(1)).isMissingNode()
        && parts.group(2).equals(port(parts.group(1)));
  }

  private static String port(String name) {
    return PORTS.containsKey(name)
        ? PORTS.get(name)
        : Service.named(name).settings().getProperty("quarkus.http.port");
  }
}
