package io.stallcast.notification;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.auth.UserEvent.User;
import io.stallcast.platform.event.auth.UserEvent.UserCreated;
import io.stallcast.platform.event.auth.UserEvent.UserErased;
import io.stallcast.platform.event.auth.UserEvent.UserUpdated;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Someone with an account, and a client of the service. */
public record Person(UUID id, String name, String locale) {
  public static Person speaking(String locale) {
    return new Person(Identifiers.next(), "Ada", locale);
  }

  /** Someone whose account is known, and who is welcomed no more. */
  public static Person known(String locale) {
    return speaking(locale).update(1);
  }

  public String email() {
    return id + "@example.org";
  }

  public Person register() {
    TestEvents.send(Topic.USER_EVENTS, id, 1, new UserCreated(user()));
    return this;
  }

  public Person update(long sequence) {
    TestEvents.send(Topic.USER_EVENTS, id, sequence, new UserUpdated(user()));
    return this;
  }

  public void erase(long sequence) {
    TestEvents.send(Topic.USER_EVENTS, id, sequence, new UserErased());
  }

  public User user() {
    return new User(id, email(), name, Set.of(Role.BUYER), locale, Instant.now());
  }

  public RequestSpecification client() {
    return given().auth().oauth2(TestTokens.of(id, Role.BUYER)).contentType(ContentType.JSON);
  }

  public JsonPath list(String query) {
    return client()
        .get("/api/v1/notifications" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  public List<String> kinds() {
    return list("").getList("items.kind");
  }

  public List<ReceivedMail> mails() {
    return TestMailServer.mailsTo(email());
  }

  public void choose(String preferences) {
    client().body(preferences).put("/api/v1/notifications/preferences").then().statusCode(200);
  }
}
