package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.stack.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that hangs, all of it, with clients waiting for it, costs the others nothing. */
class IsolationIT {
  private static final int SAMPLES = 60;
  private static final int CLIENTS_OF_THE_HANGING_ONE = 40;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Map<String, String> ROUTES =
      Map.of(
          "auth-service", "/api/v1/auth/me",
          "catalog-service", "/api/v1/products?limit=5",
          "order-service", "/api/v1/orders",
          "payment-service", "/api/v1/library",
          "streaming-service", "/api/v1/streams?status=live",
          "chat-service", "/api/v1/chat/rooms",
          "notification-service", "/api/v1/notifications");

  @RegisterExtension final Shop shop = new Shop();

  @ParameterizedTest
  @ValueSource(strings = {"payment-service", "catalog-service"})
  void othersServeAsBefore(String hanging) {
    Api api = shop.buyer().api();
    List<Part> pods = shop.stack().pods(hanging);
    Duration before = typical(api, hanging);

    try (ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor()) {
      pods.forEach(Part::pause);
      List<Future<Answer>> stuck =
          IntStream.range(0, CLIENTS_OF_THE_HANGING_ONE)
              .mapToObj(i -> waiting.submit(() -> api.get(ROUTES.get(hanging))))
              .toList();
      Duration during = typical(api, hanging);
      stuck.forEach(answer -> requireRefusal(answer, hanging));
      tell(hanging, before, during);
    } finally {
      pods.forEach(Part::resume);
    }
    await().until(() -> api.get(ROUTES.get(hanging)).status() == 200);
  }

  /** The middle of what the others' routes took. */
  private static Duration typical(Api api, String hanging) {
    List<String> routes = new ArrayList<>(ROUTES.values());
    routes.remove(ROUTES.get(hanging));
    List<Duration> took =
        IntStream.range(0, SAMPLES)
            .mapToObj(i -> api.get(routes.get(i % routes.size())).expect(200).took())
            .sorted()
            .toList();
    return took.get(SAMPLES / 2);
  }

  private static void requireRefusal(Future<Answer> waiting, String service) {
    Answer answer = Crowd.get(waiting);
    assertThat(answer.status()).as("%s %s", service, answer).isIn(503, 504);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.took()).isLessThan(TIMEOUT.plusSeconds(5));
  }

  private static void tell(String hanging, Duration before, Duration during) {
    System.out.printf(
        Locale.ROOT,
        "While %s hung, others took %.1f times as long (median %d ms, %d ms before).%n",
        hanging,
        (double) during.toNanos() / before.toNanos(),
        during.toMillis(),
        before.toMillis());
  }
}
