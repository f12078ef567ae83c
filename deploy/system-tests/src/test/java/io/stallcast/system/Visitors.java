package io.stallcast.system;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** People who look around and fill their carts, and note what they are answered. */
final class Visitors implements AutoCloseable {
  private static final int A_SECOND = 10;

  private final List<Supplier<Answer>> requests;
  private final Answers answers;
  private final AtomicInteger count = new AtomicInteger();
  private final Queue<Throwable> unanswered = new ConcurrentLinkedQueue<>();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();

  Visitors(Buyer buyer, Product product, Answers answers) {
    this.requests = requests(buyer, product);
    this.answers = answers;
    pace.scheduleAtFixedRate(
        () -> people.execute(this::ask), 0, 1000 / A_SECOND, TimeUnit.MILLISECONDS);
  }

  /** Ends when all is answered; fails where something never was. */
  @Override
  public void close() {
    pace.close();
    people.close();
    if (!unanswered.isEmpty()) {
      var failure = new AssertionError(unanswered.size() + " requests had no answer");
      unanswered.forEach(failure::addSuppressed);
      throw failure;
    }
  }

  private void ask() {
    try {
      answers.note(requests.get(count.getAndIncrement() % requests.size()).get());
    } catch (RuntimeException e) {
      unanswered.add(e);
    }
  }

  /** Something of every service, to be read and to be written. */
  private static List<Supplier<Answer>> requests(Buyer buyer, Product product) {
    Api api = buyer.api();
    Api anybody = product.anybody();
    var item = Map.of("productId", product.id(), "quantity", 1);
    return List.of(
        () -> anybody.get("/api/v1/products"),
        () -> anybody.get("/api/v1/products/" + product.id()),
        () -> anybody.get("/api/v1/search?q=course"),
        product::inventory,
        () -> api.get("/api/v1/orders"),
        () -> api.post("/api/v1/cart/items", item),
        () -> api.get("/api/v1/library"),
        () -> api.get("/api/v1/access/" + product.id()),
        () -> api.get("/api/v1/payments"),
        () -> api.get("/api/v1/notifications"),
        () -> api.post("/api/v1/notifications/read-all", Map.of()),
        () -> api.get("/api/v1/auth/me"),
        () -> anybody.post("/api/v1/auth/refresh", Map.of("refreshToken", "nobody's")));
  }
}
