package io.stallcast.system;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Buyers who buy now and then and look around all the time, until the shop closes. */
final class Traffic implements AutoCloseable {
  private static final Duration BETWEEN_PURCHASES = Duration.ofMillis(1500);
  private static final List<String> PAGES =
      List.of("/api/v1/orders", "/api/v1/library", "/api/v1/notifications", "/api/v1/auth/me");

  private final Product product;
  private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> visits;
  private volatile boolean closing;

  /** What one request was answered, and when it was sent. */
  record Seen(Instant sent, Answer answer) {
    /** Whether the client was told of a failure that is not its own. */
    boolean isFailure() {
      return answer.status() >= 500;
    }

    boolean isReading() {
      return answer.request().startsWith("GET");
    }
  }

  private Traffic(Product product, List<Buyer> buyers) {
    this.product = product;
    this.visits =
        buyers.stream().<Future<?>>map(buyer -> threads.submit(() -> visit(buyer))).toList();
  }

  static Traffic of(Product product, List<Buyer> buyers) {
    return new Traffic(product, buyers);
  }

  int answers() {
    return seen.size();
  }

  /** Has so many more requests answered. */
  void passes(int more) {
    int enough = answers() + more;
    Invariants.eventually(() -> {
      if (answers() < enough) {
        throw new AssertionError(answers() + " answers of " + enough);
      }
    });
  }

  List<Seen> failures() {
    return seen.stream().filter(Seen::isFailure).toList();
  }

  /** How long the answers took, in milliseconds: the middle one, and all but one in a hundred. */
  Map<String, Long> latencies() {
    List<Long> sorted = seen.stream().map(one -> one.answer().took().toMillis()).sorted().toList();
    return Map.of("median", 50, "p99", 99).entrySet().stream()
        .collect(toMap(Map.Entry::getKey, e -> sorted.get(sorted.size() * e.getValue() / 100)));
  }

  /** Sends everybody home; fails where somebody had no answer at all. */
  @Override
  public void close() {
    closing = true;
    visits.forEach(Traffic::end);
    threads.close();
  }

  private void visit(Buyer buyer) {
    while (!closing) {
      Instant again = Instant.now().plus(BETWEEN_PURCHASES);
      buy(buyer);
      while (!closing && Instant.now().isBefore(again)) {
        PAGES.forEach(page -> noted(() -> buyer.api().get(page)));
        noted(() -> product.anybody().get("/api/v1/products/" + product.id()));
      }
    }
  }

  private void buy(Buyer buyer) {
    String key = UUID.randomUUID().toString();
    Answer answer =
        Api.persistently(() -> noted(() -> buyer.orders(1, product, "tok_visa", key))).expect(202);
    String id = answer.json().path("id").asText();
    buyer.shop().remember(new Purchase(buyer, product, 1, "tok_visa", id));
  }

  private Answer noted(Supplier<Answer> call) {
    Instant sent = Instant.now();
    Answer answer = call.get();
    seen.add(new Seen(sent, answer));
    return answer;
  }

  private static void end(Future<?> visit) {
    try {
      visit.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
