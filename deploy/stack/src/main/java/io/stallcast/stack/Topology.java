package io.stallcast.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private static final Application NOTIFICATION =
      service("notification-service", 8087, "notification")
          .with("quarkus.mailer.host", sites -> Sites.HOST)
          .with("quarkus.mailer.port", sites -> "" + sites.port(MAIL));

  private static final Application EDGE =
      Application.of(GATEWAY, 8080, 96)
          .with("quarkus.management.port", sites -> "" + sites.port(MANAGEMENT))
          .with("stallcast.auth.url", sites -> sites.url("auth-service"))
          .with(upstream("auth"), sites -> sites.address("auth-service"))
          .with(upstream("catalog"), sites -> sites.address("catalog-service"))
          .with(upstream("order"), sites -> sites.address("order-service"))
          .with(upstream("payment"), sites -> sites.address("payment-service"))
          .with(upstream("notification"), sites -> sites.address("notification-service"));

  private Topology() {}

  /** In the order in which they are started. */
  static List<Application> applications() {
    return List.of(AUTH, CATALOG, ORDER, PAYMENT, NOTIFICATION, TEST_PROVIDER, EDGE);
  }

  /** The port of every part, the gateway's first. */
  static Map<String, Integer> ports() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put(GATEWAY, EDGE.port());
    ports.put(MANAGEMENT, 9080);
    ports.put(DATABASE, 15432);
    ports.put(BROKER, 19092);
    ports.put(MAIL, 13025);
    applications().forEach(application -> ports.put(application.name(), application.port()));
    return ports;
  }

  /** Where an application answers probes. */
  static String probed(Application application) {
    return application.name().equals(GATEWAY) ? MANAGEMENT : application.name();
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
