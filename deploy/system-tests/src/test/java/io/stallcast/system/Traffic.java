package io.stallcast.system;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Buyers who buy now and then and look around in between, until the shop closes. */
final class Traffic implements AutoCloseable {
  private static final Duration BETWEEN_PURCHASES = Duration.ofMillis(1500);

  private static final List<String> PAGES =
      List.of("/api/v1/orders", "/api/v1/library", "/api/v1/notifications", "/api/v1/auth/me");

  private final Product product;
  private final Duration betweenPages;
  private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService people;
  private final List<? extends Future<?>> visits;

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

  private Traffic(Product product, List<Buyer> buyers, Duration betweenPages) {
    this.product = product;
    this.betweenPages = betweenPages;
    this.people = Executors.newScheduledThreadPool(buyers.size());
    this.visits = buyers.stream().map(Visit::new).map(this::begin).toList();
  }

  /** Begins; each of them rests for so long after a page. */
  static Traffic of(Product product, List<Buyer> buyers, Duration betweenPages) {
    return new Traffic(product, buyers, betweenPages);
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
    people.close();
    visits.stream()
        .filter(visit -> visit.state() == Future.State.FAILED)
        .forEach(visit -> {
          throw new AssertionError(visit.exceptionNow());
        });
  }

  private Future<?> begin(Visit visit) {
    return people.scheduleWithFixedDelay(
        visit::goOn, 0, betweenPages.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Answer noted(Supplier<Answer> call) {
    Instant sent = Instant.now();
    Answer answer = call.get();
    seen.add(new Seen(sent, answer));
    return answer;
  }

  /** What one buyer does, one thing after another. */
  private final class Visit {
    private final Buyer buyer;
    private Instant nextPurchase = Instant.MIN;
    private int looks;

    Visit(Buyer buyer) {
      this.buyer = buyer;
    }

    void goOn() {
      Instant now = Instant.now();
      if (now.isBefore(nextPurchase)) {
        look();
      } else {
        nextPurchase = now.plus(BETWEEN_PURCHASES);
        buy();
      }
    }

    private void look() {
      int page = looks++ % (PAGES.size() + 1);
      noted(() ->
          page < PAGES.size()
              ? buyer.api().get(PAGES.get(page))
              : product.anybody().get("/api/v1/products/" + product.id()));
    }

    private void buy() {
      String key = UUID.randomUUID().toString();
      Answer answer =
          Api.persistently(() -> noted(() -> buyer.orders(1, product, "tok_visa", key)))
              .expect(202);
      String id = answer.json().path("id").asText();
      buyer.shop().remember(new Purchase(buyer, product, 1, "tok_visa", id));
    }
  }
}
