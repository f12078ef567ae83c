package io.stallcast.system;

import static org.awaitility.Awaitility.await;
import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * People who go on buying whatever happens: each order is asked for with one key until it is
 * accepted. Some change their mind while their bank asks them.
 */
final class Load implements AutoCloseable {
  /** A mix of which about a half is paid. */
  static final List<String> ALL_CARDS =
      List.of(
          "tok_visa",
          "tok_lost",
          "tok_visa",
          "tok_declined",
          "tok_visa",
          "tok_slow",
          "tok_challenge",
          "tok_visa",
          "tok_error",
          "tok_visa");

  /** Where everybody is killed over and over, a purchase may take minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

  private final Shop shop;
  private final List<Buyer> buyers;
  private final List<Product> products;
  private final List<String> cards;
  private final Answers answers = new Answers();
  private final AtomicInteger count = new AtomicInteger();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();

  private Load(Shop shop, List<Buyer> buyers, List<Product> products, List<String> cards) {
    this.shop = shop;
    this.buyers = buyers;
    this.products = products;
    this.cards = cards;
  }

  /** Licence keys that differ. */
  static String[] keys(int count) {
    return IntStream.range(0, count).mapToObj("KEY-%05d"::formatted).toArray(String[]::new);
  }

  /** Begins with so many orders a second. */
  static Load of(
      int perSecond, Shop shop, List<Buyer> buyers, List<Product> products, List<String> cards) {
    var load = new Load(shop, buyers, products, cards);
    load.pace.scheduleAtFixedRate(
        () -> load.people.execute(load::buyOne), 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
    return load;
  }

  /** What was answered to all who asked for an order. */
  Answers answers() {
    return answers;
  }

  /** Ends when all that was asked for is accepted. */
  @Override
  public void close() {
    pace.close();
    people.close();
    if (!failures.isEmpty()) {
      var failure = new AssertionError(failures.size() + " orders were not accepted");
      failures.forEach(failure::addSuppressed);
      throw failure;
    }
  }

  private void buyOne() {
    int number = count.getAndIncrement();
    String card = cards.get(number % cards.size());
    try {
      Purchase purchase =
          order(buyers.get(number % buyers.size()), products.get(number % products.size()), card);
      if (card.equals("tok_challenge")) {
        changeMind(purchase);
      }
    } catch (RuntimeException | AssertionError e) {
      failures.add(e);
    }
  }

  private Purchase order(Buyer buyer, Product product, String card) {
    String key = UUID.randomUUID().toString();
    Answer answer = insist(() -> noted(buyer.orders(1, product, card, key)), any -> true);
    answer.expect(202);
    var purchase = new Purchase(buyer, product, 1, card, answer.json().path("id").asText());
    shop.remember(purchase);
    return purchase;
  }

  private Answer noted(Answer answer) {
    answers.note(answer);
    return answer;
  }

  /** Once the bank asks, so that a payment is to be undone; it may have come to nothing before. */
  private static void changeMind(Purchase purchase) {
    insist(
        () -> purchase.buyer().api().get(purchase.path()),
        answer -> isChallenged(answer) || !answer.json().path("status").asText().equals("pending"));
    insist(() -> purchase.asks("cancel"), any -> true).expect(202);
  }

  private static boolean isChallenged(Answer answer) {
    return answer.json().path("links").has("challenge");
  }

  /**
   * Asks again, less and less often: where it is for later, where there is no answer at all, and
   * where a pod whose clock has jumped took a good token for an expired one.
   */
  private static Answer insist(Supplier<Answer> call, Predicate<Answer> isEnough) {
    return await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(iterative(Load::longer, Duration.ofMillis(250)))
        .atMost(PATIENCE)
        .ignoreException(UncheckedIOException.class)
        .until(
            call::get,
            answer -> !answer.isForLater() && answer.status() != 401 && isEnough.test(answer));
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
