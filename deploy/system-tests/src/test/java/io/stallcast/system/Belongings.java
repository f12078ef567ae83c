package io.stallcast.system;

import static io.stallcast.system.Listing.course;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Things that operations are about, and whose they are. */
final class Belongings {
  private final Shop shop;
  private final Creator creator;
  private final Buyer buyer;
  private final Purchase purchase;

  /** A creator with a product for sale, and a buyer who owns one. */
  Belongings(Shop shop) {
    this.shop = shop;
    this.creator = shop.creator();
    this.buyer = shop.buyer();
    this.purchase = buyer.buys(creator.publishes(course()), "tok_visa").ends("confirmed");
  }

  /** A thing by its id, and the one whose it is. */
  record Thing(String id, Session owner) {}

  /** One of that kind; of what may be ended, another one each time. */
  Thing one(String kind) {
    return switch (kind) {
      case "-" -> new Thing(UUID.randomUUID().toString(), buyer.session());
      case "product" -> new Thing(creator.publishes(course()).id(), creator.session());
      case "draft" -> new Thing(creator.drafts(course()), creator.session());
      case "order" -> new Thing(purchase.id(), buyer.session());
      case "payment" -> new Thing(payment(), buyer.session());
      case "notification" -> new Thing(notification(), buyer.session());
      case "creator" -> new Thing(creator.id(), creator.session());
      case "push subscription" -> new Thing(buyer.subscribesToPush(), buyer.session());
      case "stream" -> new Thing(creator.announces(), creator.session());
      case "paid stream" ->
          new Thing(creator.announces(creator.publishes(course())), creator.session());
      case "session" -> anotherSession(shop.buyer());
      default -> throw new IllegalArgumentException("There is no " + kind);
    };
  }

  /** The kind of thing that an operation's path names. */
  static String kindIn(ApiOperation operation) {
    List<String> names = operation.parameters("path").toList();
    if (names.isEmpty()) {
      return "-";
    }
    String before = operation.path().substring(0, operation.path().indexOf("/{"));
    return switch (before.substring(before.lastIndexOf('/') + 1)) {
      case "products", "inventory", "access" -> "product";
      case "orders", "sagas" -> "order";
      case "payments" -> "payment";
      case "notifications" -> "notification";
      case "streams", "rooms" -> "stream";
      case "creators" -> "creator";
      case "sessions" -> "session";
      case "subscriptions" -> "push subscription";
      default -> "-";
    };
  }

  private String payment() {
    return purchase.payment().orElseThrow().getId().toString();
  }

  private String notification() {
    Api api = buyer.api();
    return Awaitility.await()
        .until(() -> api.list("/api/v1/notifications?limit=100"), told -> !told.isEmpty())
        .stream()
        .map(Belongings::idOf)
        .findFirst()
        .orElseThrow();
  }

  /** Of somebody who signs in once more, and whose sessions nobody else ends. */
  private Thing anotherSession(Buyer sleeper) {
    shop.logIn(sleeper.session().email());
    return sleeper.api().list("/api/v1/auth/sessions?limit=100").stream()
        .filter(session -> !session.path("current").asBoolean())
        .map(session -> new Thing(idOf(session), sleeper.session()))
        .findFirst()
        .orElseThrow();
  }

  private static String idOf(JsonNode json) {
    return json.path("id").asText();
  }
}
