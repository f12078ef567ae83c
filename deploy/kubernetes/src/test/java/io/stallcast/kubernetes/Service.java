package io.stallcast.kubernetes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application of ours, by what its sources say of it.
 *
 * @param name its module, its Deployment and its Service
 * @param settings its own {@code application.properties}
 * @param modules the platform's modules that it stands on
 */
record Service(String name, Properties settings, Set<String> modules) {
  static final String GATEWAY = "gateway";

  private static final Pattern PLATFORM = Pattern.compile("<artifactId>(platform-\\w+)<");
  private static final Pattern PEER = Pattern.compile("stallcast\\.(\\w+)\\.url");
  private static final Pattern UPSTREAM =
      Pattern.compile("stallcast\\.gateway\\.upstreams\\.(\\w+)\\.addresses");
  private static final String CHANNEL = "mp.messaging.incoming.";
  private static final List<Service> ALL =
      Stream.of(
              "auth-service",
              "catalog-service",
              "chat-service",
              GATEWAY,
              "notification-service",
              "order-service",
              "payment-service",
              "streaming-service")
          .map(Service::of)
          .toList();

  /** What a consumer group of a service reads. */
  record Consumed(String topic, String group) {}

  static List<Service> all() {
    return ALL;
  }

  static Service named(String name) {
    return ALL.stream().filter(service -> service.name.equals(name)).findFirst().orElseThrow();
  }

  private static Service of(String name) {
    var settings =
        Repository.properties(Repository.file(name + "/src/main/resources/application.properties"));
    var pom =
        Repository.text(Repository.file(name + "/pom.xml"))
            .replaceAll("(?s)<exclusions>.*?</exclusions>", "");
    var modules =
        PLATFORM
            .matcher(pom)
            .results()
            .map(found -> found.group(1))
            .filter(module -> !module.equals("platform-testing"))
            .collect(Collectors.toCollection(TreeSet::new));
    modules.add("platform-web");
    return new Service(name, settings, modules);
  }

  /** Of its database, and of the role that owns it. */
  Optional<String> database() {
    return Optional.ofNullable(settings.getProperty("stallcast.database.name"));
  }

  /** A property as it is in production, where the service or the platform says what it is. */
  String setting(String property) {
    String own = settings.getProperty(property);
    if (own != null) {
      return own;
    }
    // sockets know better than services, and services than the web
    return Stream.of("platform-socket", "platform-service", "platform-web")
        .filter(modules::contains)
        .map(module -> defaults(module).getProperty(property))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no " + property));
  }

  /** What a module of the platform says for all that stand on it. */
  static Properties defaults(String module) {
    return Repository.properties(
        Repository.file(
            "platform/%s/src/main/resources/META-INF/microprofile-config.properties"
                .formatted(module.substring("platform-".length()))));
  }

  /** Where it answers probes, and has its metrics. */
  String healthPort() {
    return settings.getProperty(
        "quarkus.management.port", settings.getProperty("quarkus.http.port"));
  }

  boolean hasSockets() {
    return modules.contains("platform-socket");
  }

  /** In the order of their names. */
  List<Consumed> consumed() {
    return settings.stringPropertyNames().stream()
        .filter(key -> key.startsWith(CHANNEL) && key.endsWith(".topic"))
        .map(key -> key.substring(0, key.length() - ".topic".length()))
        .sorted()
        .map(channel ->
            new Consumed(
                settings.getProperty(channel + ".topic"),
                settings.getProperty(channel + ".group.id")))
        .toList();
  }

  /** The services that it asks over HTTP; auth-service's keys are asked for by all. */
  Set<String> peers() {
    Set<String> peers =
        settings.stringPropertyNames().stream()
            .flatMap(key -> Stream.of(PEER.matcher(key), UPSTREAM.matcher(key)))
            .filter(found -> found.matches())
            .map(found -> found.group(1) + "-service")
            .collect(Collectors.toCollection(TreeSet::new));
    peers.add("auth-service");
    peers.remove(name);
    return peers;
  }

  /** Who asks it over HTTP. */
  Set<String> askedBy() {
    return ALL.stream()
        .filter(other -> other.peers().contains(name))
        .map(Service::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return name;
  }
}
