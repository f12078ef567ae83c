package io.stallcast.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.stallcast.stack.LogIn;
import java.util.List;

/** Those who ask, by what they show: each by one token or more, of which none is let in further. */
final class Subjects {
  static final String NO_TOKEN = "";

  private final Tokens tokens;
  private final String otherBuyer;
  private final String otherCreator;
  private final String moderator;
  private final String admin;
  private final String service;

  Subjects(Shop shop) {
    tokens = Tokens.of(shop.stack());
    otherBuyer = shop.buyer().session().api().token();
    otherCreator = shop.creator().session().api().token();
    moderator = logIn(shop, LogIn.MODERATOR);
    admin = logIn(shop, LogIn.ADMIN);
    service = shop.stack().serviceToken();
  }

  /** The tokens that a subject of the table shows for something of that owner's. */
  List<String> tokens(String subject, Session owner) {
    String token = owner.api().token();
    return switch (subject) {
      case "anonymous" -> List.of(NO_TOKEN);
      case "expired" -> List.of(tokens.expired(subjectOf(token), "admin"));
      case "forged" -> tokens.forged(subjectOf(token), "admin");
      case "other" -> List.of(otherBuyer);
      case "owner" -> List.of(token);
      case "creator" -> List.of(otherCreator);
      case "moderator" -> List.of(moderator);
      case "admin" -> List.of(admin);
      case "service" -> List.of(service);
      default -> throw new IllegalArgumentException("Nobody is called " + subject);
    };
  }

  private static String logIn(Shop shop, LogIn person) {
    return Session.logIn(shop.anybody(), person.email(), person.password()).api().token();
  }

  private static String subjectOf(String token) {
    JsonNode claims = Tokens.claimsOf(token);
    return claims.path("sub").asText();
  }
}
