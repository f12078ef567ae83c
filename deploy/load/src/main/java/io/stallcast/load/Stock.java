package io.stallcast.load;

import io.stallcast.load.Shop.Buyer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The products that are for sale and the people who buy them, as files that Gatling reads. */
final class Stock {
  private static final int BUYERS = 100;
  private static final int PRODUCTS = 20;
  private static final Map<String, ?> UNLIMITED = Map.of("policy", "unlimited");
  private static final Map<String, ?> COUNTED = Map.of("policy", "counted", "quantity", 1_000_000);

  private final Shop shop;
  private final Path folder;
  private final List<String> emails;

  Stock(Shop shop, Path folder) throws IOException {
    this.shop = shop;
    this.folder = folder;
    this.emails = IntStream.range(0, BUYERS).mapToObj(i -> shop.register()).toList();
    Files.write(products(), publish());
  }

  Path products() {
    return folder.resolve("products.csv");
  }

  /** Logs everybody in: their tokens do not outlive a quarter of an hour. */
  Path logBuyersIn() throws IOException {
    List<String> lines = new ArrayList<>(List.of("token,refreshToken,email,password"));
    for (String email : emails) {
      Buyer buyer = shop.logIn(email);
      lines.add(String.join(",", buyer.token(), buyer.refreshToken(), email, buyer.password()));
    }
    return Files.write(folder.resolve("buyers.csv"), lines);
  }

  /** Half of them counted: their stock changes with every purchase. */
  private List<String> publish() {
    String creator = shop.creator();
    List<String> lines = new ArrayList<>(List.of("product"));
    for (int i = 0; i < PRODUCTS; i++) {
      lines.add(shop.product(creator, i % 2 == 0 ? UNLIMITED : COUNTED));
    }
    return lines;
  }
}
