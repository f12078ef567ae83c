package io.stallcast.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stallcast.stack.LogIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What {@code shop.json} says. */
record Shop(List<Creator> creators, List<Buyer> buyers) {

  /**
   * Somebody who sells.
   *
   * @param products as the API takes them
   */
  record Creator(
      String email,
      String password,
      String displayName,
      List<JsonNode> products,
      List<Broadcast> streams) {
    Creator {
      streams = streams == null ? List.of() : List.copyOf(streams);
    }

    LogIn logIn() {
      return new LogIn("creator", email, password, displayName);
    }
  }

  /**
   * A stream.
   *
   * @param policy free, purchase or subscription
   * @param titles of the products that entitle to watch; empty where it is free
   * @param pinned title of the product that is shown; null for none
   * @param startsIn days until it begins; null where it is live already
   * @param greetings what the creator says in its room at the beginning
   */
  record Broadcast(
      String title,
      String description,
      String category,
      String policy,
      List<String> titles,
      String pinned,
      Integer startsIn,
      List<String> greetings) {
    Broadcast {
      greetings = greetings == null ? List.of() : List.copyOf(greetings);
      titles = titles == null ? List.of() : List.copyOf(titles);
    }

    boolean isLive() {
      return startsIn == null;
    }
  }

  /** Somebody who buys. */
  record Buyer(String email, String password, String displayName, List<Purchase> purchases) {
    LogIn logIn() {
      return new LogIn("buyer", email, password, displayName);
    }
  }

  /** One order. */
  record Purchase(List<String> titles, String card) {}

  static Shop read() {
    try (InputStream shop = Shop.class.getResourceAsStream("shop.json")) {
      return new ObjectMapper().readValue(shop, Shop.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
