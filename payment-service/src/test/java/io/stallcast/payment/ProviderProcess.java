package io.stallcast.payment;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stallcast.platform.embedded.Lifeline;
import io.stallcast.platform.embedded.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The test provider as it is in life: a process of its own, which can be killed. */
public class ProviderProcess implements QuarkusTestResourceLifecycleManager {
  private static final Path JAR =
      Path.of("../deploy/test-provider/target/quarkus-app/quarkus-run.jar");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static Path data;
  private static int port;
  private static int merchantPort;
  private static Process process;
  private static Lifeline lifeline;

  @Override
  public Map<String, String> start() {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException("Package deploy/test-provider first: " + JAR + " is missing");
    }
    try {
      data = Files.createTempDirectory("test-provider");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    port = freePort();
    merchantPort = freePort();
    launch();
    return Map.of(
        "stallcast.payment.provider.url", url(),
        "stallcast.payment.challenge.expiry", "5s",
        "stallcast.payment.patience", "5s",
        "stallcast.payment.reconcile-after", "12s",
        "quarkus.http.test-port", Integer.toString(merchantPort));
  }

  @Override
  public void stop() {
    kill();
  }

  /** As {@code kill -9} does. */
  static void kill() {
    lifeline.close();
    process.destroyForcibly().onExit().join();
  }

  static void launch() {
    if (process != null && process.isAlive()) {
      return;
    }
    var command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dquarkus.http.port=" + port,
            "-Dquarkus.http.host=127.0.0.1",
            "-Dstallcast.test-provider.data=" + data,
            "-Dstallcast.test-provider.slowness=2s",
            "-Dstallcast.test-provider.webhook.url=http://127.0.0.1:"
                + merchantPort
                + "/api/v1/payments/webhooks/provider",
            "-jar",
            JAR.toString());
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Path.of("target/test-provider.log").toFile())
              .start();
      lifeline = Lifeline.of(process.pid(), Signal.KILL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> get("/v1/charges?limit=1").contains("items"));
  }

  static String url() {
    return "http://127.0.0.1:" + port;
  }

  static String get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url() + path)).GET());
  }

  /** What the cardholder does with a challenge. */
  static void meetChallenge(String challengeUrl, String outcome) {
    send(
        HttpRequest.newBuilder(URI.create(challengeUrl))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("outcome=" + outcome)));
  }

  /** A refund that somebody makes at the provider, past us. */
  static void refundAtTheDesk(String chargeId, long amount) {
    send(
        HttpRequest.newBuilder(URI.create(url() + "/v1/charges/" + chargeId + "/refunds"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "desk")
            .POST(BodyPublishers.ofString("{\"amount\":" + amount + "}")));
  }

  private static String send(HttpRequest.Builder request) {
    try {
      return HTTP.send(
              request.header("Authorization", "Bearer sk_test_stallcast").build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
