package io.stallcast.load;

import io.stallcast.load.Shop.Buyer;
import io.stallcast.load.simulation.Logins;
import io.stallcast.load.simulation.ProductReads;
import io.stallcast.load.simulation.Purchases;
import io.stallcast.load.simulation.Refreshes;
import io.stallcast.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts a stack under one load after the other, and tells what it did. */
final class LoadSuite {
  private static final Duration BOOT = Duration.ofSeconds(5);
  private static final int BUYERS = 100;
  private static final int PRODUCTS = 20;

  private final Stack stack;
  private final Shop shop;
  private final Path results;
  private final Duration warmUp;
  private final Duration measured;
  private final List<String> emails;

  LoadSuite(Stack stack, Path results, Duration warmUp, Duration measured) throws IOException {
    this.stack = stack;
    this.shop = new Shop(stack.gateway());
    this.results = results;
    this.warmUp = warmUp;
    this.measured = measured;
    this.emails = IntStream.range(0, BUYERS).mapToObj(i -> shop.register()).toList();
    Files.createDirectories(results);
    Files.write(file("products"), products());
  }

  /** As many purchases as can be, {@code buyers} at a time. */
  Window purchases(int buyers) throws IOException, InterruptedException {
    return run("purchases-saturated", Purchases.class, Map.of("concurrent", "" + buyers));
  }

  /** So many purchases a second, whether they end or not. */
  Window purchases(double rate) throws IOException, InterruptedException {
    return run("purchases-half", Purchases.class, Map.of("rate", "" + rate));
  }

  Window productReads(int readers) throws IOException, InterruptedException {
    return run("product-reads", ProductReads.class, Map.of("concurrent", "" + readers));
  }

  Window logins(int people) throws IOException, InterruptedException {
    return run("logins", Logins.class, Map.of("concurrent", "" + people));
  }

  Window refreshes(int sessions) throws IOException, InterruptedException {
    return run("refreshes", Refreshes.class, Map.of("concurrent", "" + sessions));
  }

  private Window run(String name, Class<?> simulation, Map<String, String> load)
      throws IOException, InterruptedException {
    Files.write(file("buyers"), buyers());
    Instant from = Instant.now().plus(BOOT).plus(warmUp);
    Instant to = from.plus(measured);
    Map<String, String> settings = new LinkedHashMap<>(load);
    settings.put("gateway", stack.gateway());
    settings.put("buyers", file("buyers").toString());
    settings.put("products", file("products").toString());
    settings.put("figures", results.resolve(name).resolve(LoadReport.FIGURES).toString());
    settings.put("measured.from", from.toString());
    settings.put("measured.to", to.toString());
    GatlingRun run = GatlingRun.start(simulation, settings, results.resolve(name));
    return Window.watch(stack, run, from, to);
  }

  private List<String> buyers() {
    List<String> lines = new ArrayList<>(List.of("token,refreshToken,email,password"));
    for (String email : emails) {
      Buyer buyer = shop.logIn(email);
      lines.add(String.join(",", buyer.token(), buyer.refreshToken(), email, buyer.password()));
    }
    return lines;
  }

  /** Half of them counted: their stock changes with every purchase. */
  private List<String> products() {
    String creator = shop.creator();
    List<String> lines = new ArrayList<>(List.of("product"));
    for (int i = 0; i < PRODUCTS; i++) {
      lines.add(shop.product(creator, i % 2 == 0 ? UNLIMITED : COUNTED));
    }
    return lines;
  }

  private static final Map<String, ?> UNLIMITED = Map.of("policy", "unlimited");
  private static final Map<String, ?> COUNTED = Map.of("policy", "counted", "quantity", 1_000_000);

  private Path file(String name) {
    return results.resolve(name + ".csv");
  }
}
