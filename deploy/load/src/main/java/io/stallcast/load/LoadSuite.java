package io.stallcast.load;

import io.stallcast.load.simulation.Logins;
import io.stallcast.load.simulation.ProductReads;
import io.stallcast.load.simulation.Purchases;
import io.stallcast.load.simulation.Refreshes;
import io.stallcast.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a stack under one load after the other, and reports what it did. */
final class LoadSuite {
  private static final Duration BOOT = Duration.ofSeconds(5);
  private static final Duration SEARCH_WARM_UP = Duration.ofSeconds(30);
  private static final Duration SEARCH = Duration.ofSeconds(30);
  private static final int READERS = 32;
  private static final int PEOPLE = 8;

  private final Stack stack;
  private final Path results;
  private final Report report;
  private final Stock stock;

  /** What is measured. */
  enum Part {
    PURCHASES,
    READS,
    LOGINS,
    REFRESHES,
    CHAT
  }

  LoadSuite(Stack stack, Path results, Report report) throws IOException {
    this.stack = stack;
    this.results = results;
    this.report = report;
    this.stock = new Stock(new Shop(stack.gateway()), results);
  }

  /** Runs some parts; so many buy at the same time, in their turn, to find saturation. */
  void run(Set<Part> parts, List<Integer> buyers) throws IOException, InterruptedException {
    if (parts.contains(Part.PURCHASES)) {
      int most = searchSaturation(buyers);
      double saturation = purchases("purchases at saturation", "concurrent", "" + most);
      purchases("purchases at half of it", "rate", "" + saturation / 2);
    }
    if (parts.contains(Part.READS)) {
      report.begin("product reads, " + READERS + " at a time");
      Window reads = load("product-reads", ProductReads.class, concurrent(READERS));
      report.requests(reads, "product read", "catalog-service");
    }
    if (parts.contains(Part.LOGINS)) {
      report.begin("logins, " + PEOPLE + " at a time; Argon2id with 19 MiB and 2 passes");
      report.requests(load("logins", Logins.class, concurrent(PEOPLE)), "login", "auth-service");
    }
    if (parts.contains(Part.REFRESHES)) {
      report.begin("refreshes, " + READERS + " at a time");
      Window refreshes = load("refreshes", Refreshes.class, concurrent(READERS));
      report.requests(refreshes, "refresh", "auth-service");
    }
  }

  /**
   * Returns which of these numbers of buyers buys most in a second. The first has the warm-up of
   * all: what runs cold would be beaten by whatever comes after it.
   */
  private int searchSaturation(List<Integer> buyers) throws IOException, InterruptedException {
    if (buyers.size() == 1) {
      return buyers.getFirst();
    }
    report.begin("the search for saturation");
    Map<Integer, Double> confirmed = new LinkedHashMap<>();
    for (int number : buyers) {
      Duration warmUp = confirmed.isEmpty() ? report.warmUp() : SEARCH_WARM_UP;
      Window window = load("search-" + number, Purchases.class, concurrent(number), warmUp, SEARCH);
      var times = PurchaseTimes.between(stack.jdbcUrl("orders"), window.from(), window.to());
      confirmed.put(number, times.confirmed() / window.seconds());
      report.found(number, confirmed.get(number));
    }
    return Collections.max(confirmed.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /** Returns how many were confirmed in a second. */
  private double purchases(String name, String setting, String value)
      throws IOException, InterruptedException {
    report.begin(name + ", " + setting + " " + value);
    Window window = load(name.replace(' ', '-'), Purchases.class, Map.of(setting, value));
    var times = PurchaseTimes.between(stack.jdbcUrl("orders"), window.from(), window.to());
    report.purchases(window, times);
    return times.confirmed() / window.seconds();
  }

  private Window load(String name, Class<?> simulation, Map<String, String> load)
      throws IOException, InterruptedException {
    return load(name, simulation, load, report.warmUp(), report.measured());
  }

  private Window load(
      String name,
      Class<?> simulation,
      Map<String, String> load,
      Duration warmUp,
      Duration measured)
      throws IOException, InterruptedException {
    Path buyers = stock.logBuyersIn();
    Instant from = Instant.now().plus(BOOT).plus(warmUp);
    Instant to = from.plus(measured);
    Path folder = results.resolve(from.getEpochSecond() + "-" + name);
    Map<String, String> settings = new LinkedHashMap<>(load);
    settings.put("gateway", stack.gateway());
    settings.put("buyers", buyers.toString());
    settings.put("products", stock.products().toString());
    settings.put("figures", folder.resolve(LoadReport.FIGURES).toString());
    settings.put("measured.from", from.toString());
    settings.put("measured.to", to.toString());
    return Window.watch(stack, GatlingRun.start(simulation, settings, folder), from, to);
  }

  private static Map<String, String> concurrent(int users) {
    return Map.of("concurrent", "" + users);
  }
}
