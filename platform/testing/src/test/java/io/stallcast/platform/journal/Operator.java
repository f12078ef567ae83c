package io.stallcast.platform.journal;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.stallcast.platform.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who sees to dead letters. */
final class Operator {
  private static final String PATH = "/api/v1/admin/dead-letters";

  private final UUID id = UUID.randomUUID();

  UUID id() {
    return id;
  }

  /** The dead letters about a subject, of any status that is given, or not settled. */
  List<Map<String, Object>> lists(String subject, String... status) {
    var request = ask().queryParam("subject", subject).queryParam("limit", 100);
    if (status.length > 0) {
      request.queryParam("status", status[0]);
    }
    return request.get(PATH).then().statusCode(200).extract().jsonPath().getList("items");
  }

  /** The first of the subject that waits for an operator. */
  String open(String subject) {
    return (String) lists(subject, "open").getFirst().get("id");
  }

  Response reads(String letter) {
    return ask().get(PATH + "/" + letter);
  }

  Response replays(String letter) {
    return ask().post(PATH + "/" + letter + "/replay");
  }

  Response replaysAll(String subject, String reason) {
    return ask().queryParam("subject", subject).queryParam("reason", reason).post(PATH + "/replay");
  }

  Response discards(String letter, String note) {
    return ask()
        .contentType("application/json")
        .body(Map.of("note", note))
        .post(PATH + "/" + letter + "/discard");
  }

  RequestSpecification ask() {
    return given().auth().oauth2(TestTokens.of(id, "admin"));
  }
}
