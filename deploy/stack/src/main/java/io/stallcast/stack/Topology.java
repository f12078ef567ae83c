package io.stallcast.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who runs, on which port, and who talks to whom. Everybody else is told by this page. */
final class Topology {
  static final String DATABASE = "database";
  static final String BROKER = "broker";
  static final String MAIL = "mail";
  static final String GATEWAY = "gateway";

  /** The gateway's probes and metrics, which stay off the port that clients use. */
  static final String MANAGEMENT = "management";

  private static final Application TEST_PROVIDER =
      Application.of("test-provider", 8090, 48)
          .in("deploy/test-provider")
          .with("stallcast.test-provider.data", sites -> "" + sites.folder("test-provider"))
          .with("stallcast.test-provider.public-url", sites -> sites.url("test-provider"))
          .with(
              "stallcast.test-provider.webhook.url",
              sites -> sites.url("payment-service") + "/api/v1/payments/webhooks/provider");

  private static final Application AUTH =
      service("auth-service", 8081, "auth")
          .with("stallcast.auth.public-url", sites -> sites.url(GATEWAY))
          .with("stallcast.auth.encryption-key", sites -> sites.secret("encryption-key"))
          .with("stallcast.auth.self-service-roles", sites -> "creator")
          .with(LogIn.ADMIN)
          .with(LogIn.MODERATOR);

  private static final Application CATALOG = service("catalog-service", 8082, "catalog");

  private static final Application ORDER =
      service("order-service", 8083, "orders")
          .with("stallcast.catalog.url", sites -> sites.url("catalog-service"));

  private static final Application PAYMENT =
      service("payment-service", 8084, "payment")
          .with("stallcast.payment.provider.url", sites -> sites.url("test-provider"));

  private static final Application STREAMING =
      service("streaming-service", 8086, "streaming")
          .with("stallcast.payment.url", sites -> sites.url("payment-service"))
          .with("stallcast.streaming.playback.signing-key", sites -> sites.secret("playback-key"));

  private static final Application CHAT = service("chat-service", 8085, "chat");

  private static final String PUSH = "stallcast.notification.push.";
  private static final Application NOTIFICATION =
      service("notification-service", 8087, "notification")
          .with("quarkus.mailer.host", sites -> Sites.HOST)
          .with("quarkus.mailer.port", sites -> "" + sites.port(MAIL))
          .with(PUSH + "public-key", sites -> sites.pushKeys().publicKey())
          .with(PUSH + "private-key", sites -> sites.pushKeys().privateKey());

  private static final Application EDGE =
      Application.of(GATEWAY, 8080, 96)
          .with("quarkus.management.port", sites -> "" + sites.port(MANAGEMENT))
          .with("stallcast.auth.url", sites -> sites.url("auth-service"))
          .with(upstream("auth"), sites -> sites.addresses("auth-service"))
          .with(upstream("catalog"), sites -> sites.addresses("catalog-service"))
          .with(upstream("order"), sites -> sites.addresses("order-service"))
          .with(upstream("payment"), sites -> sites.addresses("payment-service"))
          .with(upstream("streaming"), sites -> sites.addresses("streaming-service"))
          .with(upstream("chat"), sites -> sites.addresses("chat-service"))
          .with(upstream("notification"), sites -> sites.addresses("notification-service"));

  private Topology() {}

  /** In the order in which they are started. */
  static List<Application> applications() {
    return List.of(
        AUTH, CATALOG, ORDER, PAYMENT, STREAMING, CHAT, NOTIFICATION, TEST_PROVIDER, EDGE);
  }

  /** The port of every part, the gateway's first. */
  static Map<String, Integer> ports(Replicas replicas) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put(GATEWAY, EDGE.port());
    ports.put(MANAGEMENT, 9080);
    ports.put(DATABASE, 15432);
    ports.put(BROKER, 19092);
    ports.put(MAIL, 13025);
    applications().forEach(application -> ports.put(application.name(), application.port()));
    applications().forEach(application -> ports.putAll(portsOfMore(application, replicas)));
    return ports;
  }

  private static Map<String, Integer> portsOfMore(Application application, Replicas replicas) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    for (Pod pod : replicas.pods(application)) {
      if (pod.number() > 1) {
        ports.put(pod.name(), application.port() + 100 * (pod.number() - 1));
      }
    }
    if (replicas.areSeveral(application.name())) {
      ports.put(balancer(application.name()), application.port() + 1000);
    }
    return ports;
  }

  /** The name of the address behind which all pods of an application stand. */
  static String balancer(String application) {
    return application + "-balancer";
  }

  /** Whether it is one of our services, which several processes can share. */
  static boolean isService(String name) {
    return applications().stream()
        .anyMatch(application -> application.name().equals(name) && application.isService());
  }

  /** What is told to somebody who names an application that there is not. */
  static String unknown(String name) {
    return name + " is none of " + names().collect(Collectors.joining(", ")) + ".";
  }

  private static String upstream(String name) {
    return "stallcast.gateway.upstreams." + name + ".addresses";
  }

  private static Application service(String name, int port, String database) {
    return Application.of(name, port, 128)
        .withDatabase(database)
        .withBroker()
        .with("stallcast.auth.url", sites -> sites.url("auth-service"));
  }

  static Stream<String> names() {
    return applications().stream().map(Application::name);
  }
}
