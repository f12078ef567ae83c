package io.stallcast.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.stallcast.platform.embedded.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BalancerTest {
  private final HttpServer one = pod("one");
  private final HttpServer two = pod("two");
  private final Set<Integer> unready = ConcurrentHashMap.newKeySet();
  private final int port = Ports.free();
  private final Balancer balancer =
      Balancer.start(port, List.of(portOf(one), portOf(two)), pod -> !unready.contains(pod));

  @AfterEach
  void close() {
    balancer.close();
    one.stop(0);
    two.stop(0);
  }

  @Test
  void takesPodsInTurn() {
    assertThat(answers(4)).containsOnly("one", "two");
  }

  @Test
  void survivesTheDeathOfAPod() {
    one.stop(0);

    assertThat(answers(10)).containsOnly("two");
  }

  @Test
  void passesOverAPodThatIsNotReady() {
    unready.add(portOf(two));

    await().untilAsserted(() -> assertThat(answers(4)).containsOnly("one"));
    unready.clear();
    await().untilAsserted(() -> assertThat(answers(4)).containsOnly("one", "two"));
  }

  @Test
  void asksPodsThatAreNotReadyRatherThanNobody() {
    unready.addAll(Set.of(portOf(one), portOf(two)));
    one.stop(0);

    await().during(Duration.ofSeconds(1)).until(() -> answers(2).equals(List.of("two", "two")));
  }

  /** Each by a connection of its own. */
  private List<String> answers(int count) {
    return IntStream.range(0, count).mapToObj(i -> answer()).toList();
  }

  private String answer() {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static HttpServer pod(String name) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] body = name.getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int portOf(HttpServer server) {
    return server.getAddress().getPort();
  }
}
