package io.stallcast.platform.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.stallcast.platform.identity.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(JwksServer.class)
class ProblemsIT {
  private static final UUID USER = UUID.randomUUID();

  @TestHTTPResource URI root;

  @Test
  void namesTheFieldsThatBreakARule() {
    problem(
            json("{\"title\":\" \",\"price\":{\"amount\":-1,\"currency\":\"EUR\"}}"),
            400,
            "validation_failed")
        .body("violations.field", hasItems("title", "price.amount"))
        .body("violations.message", hasItem("must not be blank"));
  }

  @Test
  void namesAnElementOfAList() {
    problem(
            given()
                .contentType("application/json")
                .body("{\"prices\":[{\"amount\":1,\"currency\":\"euro\"}]}")
                .post("/probe/items"),
            400,
            "validation_failed")
        .body("violations[0].field", equalTo("prices[0].currency"));
  }

  @Test
  void namesAParameterThatBreaksARule() {
    problem(given().get("/probe/query?count=10"), 400, "validation_failed")
        .body("violations[0].field", equalTo("count"));
    problem(given().get("/probe/list?limit=101"), 400, "validation_failed")
        .body("violations[0].field", equalTo("limit"));
  }

  @Test
  void refusesUnknownFields() {
    problem(json("{\"title\":\"a\",\"price\":{\"amount\":1,\"tax\":2}}"), 400, "unknown_field")
        .body("violations[0].field", equalTo("price.tax"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"title\":", "nonsense", "[]", "\"text\"", "{} {}"})
  void refusesWhatIsNotTheJsonAskedFor(String body) {
    problem(json(body), 400, "malformed_request").body("violations", nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'kind':'CAR'} | kind | must be one of COURSE, MUSIC",
        "{'kind':0} | kind | must be one of COURSE, MUSIC",
        "{'owner':'me'} | owner | must be a UUID",
        "{'from':'now'} | from | must be an instant in ISO 8601, such as 2026-01-31T12:00:00Z",
        "{'price':{'amount':'x'}} | price.amount | must be a whole number",
        "{'price':{'amount':'1'}} | price.amount | must be a whole number",
        "{'price':{'amount':19.99}} | price.amount | must be a whole number",
        "{'price':7} | price | must be of another shape",
        "{'title':'a\\u0000b'} | title | is not valid",
        "{'title':'\\ud800'} | title | is not valid",
      })
  void refusesValuesOfTheWrongType(String body, String field, String message) {
    problem(json(body.replace('\'', '"')), 400, "malformed_request")
        .body("violations[0].field", equalTo(field))
        .body("violations[0].message", equalTo(message));
  }

  @Test
  void refusesAnAbsentBody() {
    problem(given().contentType("application/json").post("/probe"), 400, "validation_failed");
    problem(json("null"), 400, "validation_failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/probe/not-a-uuid", "/probe/query?kind=CAR", "/probe/query?count=many"})
  void refusesParametersThatCannotBeRead(String path) {
    problem(given().get(path), 400, "malformed_request");
  }

  @Test
  void refusesForgedCursors() {
    problem(given().get("/probe/list?cursor=forged"), 400, "malformed_request");
  }

  @Test
  void readsOnWithTheCursor() {
    String next = given().get("/probe/list?limit=3").then().statusCode(200).extract().path("next");
    given()
        .get("/probe/list?limit=3&cursor=" + next)
        .then()
        .body("items", equalTo(List.of(4, 5)))
        .body("$", not(hasKey("next")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/probe/a/b/c", "/api/v1/nothing", "/q/nothing"})
  void answersUnknownPaths(String path) {
    problem(given().get(path), 404, "not_found").body("instance", equalTo(path));
  }

  @Test
  void answersWhatIsMissing() {
    problem(given().get("/probe/" + USER), 404, "not_found")
        .body("detail", equalTo("There is no such offer."));
  }

  @Test
  void answersWrongMethods() {
    problem(given().delete("/probe/list"), 405, "method_not_allowed");
  }

  @Test
  void answersUnacceptableTypes() {
    problem(given().accept("image/png").get("/probe/list"), 406, "not_acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/probe", "/probe/text"})
  void answersUnsupportedTypes(String path) {
    problem(
        given().contentType("text/plain").body("title").post(path), 415, "unsupported_media_type");
  }

  @Test
  void answersBodiesOverTheLimit() {
    problem(json("\"" + "x".repeat(4000) + "\""), 413, "payload_too_large");
  }

  @Test
  void cutsOffChunkedBodiesOverTheLimit() throws IOException {
    String chunk = "10000\r\n\"" + "x".repeat(0xFFFF) + "\r\n0\r\n\r\n";
    String answer =
        raw(
            "POST /probe HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk);
    assertThat(answer).startsWith("HTTP/1.1 413").doesNotContain("Exception");
  }

  @Test
  void survivesUrisThatAreNone() throws IOException {
    String answer = raw("GET /probe/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Exception");
  }

  @Test
  void asksForAToken() {
    problem(given().get("/probe/mine"), 401, "unauthenticated")
        .header("WWW-Authenticate", "Bearer");
    problem(given().get("/probe/id"), 401, "unauthenticated").header("WWW-Authenticate", "Bearer");
  }

  @Test
  void refusesTokensThatAreNotValid() {
    for (String token : new String[] {"x", "a.b.c", Tokens.expired(USER), Tokens.forged(USER)}) {
      for (String path : new String[] {"mine", "admin", "who", "id"}) {
        problem(bearer(token).get("/probe/" + path), 401, "unauthenticated")
            .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      }
    }
  }

  @Test
  void servesThePublicInSpiteOfAnExpiredToken() {
    bearer(Tokens.expired(USER)).get("/probe/public").then().statusCode(200);
  }

  @Test
  void knowsTheCaller() {
    bearer(Tokens.of(USER, Role.CREATOR)).get("/probe/mine").then().body(equalTo(USER + " true"));
    bearer(Tokens.of(USER)).get("/probe/who").then().body(equalTo(USER.toString()));
    given().get("/probe/who").then().body(equalTo("anonymous"));
  }

  @Test
  void takesNoServiceForAnAccount() {
    bearer(Tokens.of(USER, Role.SERVICE)).get("/probe/who").then().body(equalTo("anonymous"));
    problem(bearer(Tokens.of(USER, Role.SERVICE)).get("/probe/mine"), 403, "forbidden");
    problem(bearer(Tokens.of("order-service", Role.SERVICE)).get("/probe/id"), 403, "forbidden");
  }

  @Test
  void judgesWhoAsksBeforeWhatIsAskedFor() {
    problem(
        bearer(Tokens.of("order-service", Role.SERVICE))
            .contentType("application/json")
            .body("{}")
            .post("/probe/accounts"),
        403,
        "forbidden");
    problem(
        given().contentType("application/json").body("{}").post("/probe/accounts"),
        401,
        "unauthenticated");
    problem(
        bearer(Tokens.of(USER)).contentType("application/json").body("{}").post("/probe/accounts"),
        400,
        "validation_failed");
  }

  @Test
  void forbidsOtherRoles() {
    problem(bearer(Tokens.of(USER, Role.BUYER)).get("/probe/admin"), 403, "forbidden");
    bearer(Tokens.of(USER, Role.ADMIN)).get("/probe/admin").then().statusCode(200);
  }

  @Test
  void guardsVersions() {
    problem(given().put("/probe/versioned"), 428, "precondition_required");
    problem(
        given().header("If-Match", "\"2\"").put("/probe/versioned"), 412, "precondition_failed");
    given().header("If-Match", "\"3\"").put("/probe/versioned").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "conflict,409,conflict",
    "unprocessable,422,unprocessable",
    "away,503,unavailable",
    "gone,410,gone",
    "webapp,500,internal_error",
    "else,500,internal_error"
  })
  void answersFailures(String how, int status, String code) {
    problem(given().get("/probe/fails/" + how), status, code);
  }

  @Test
  void takesTheBlameForABrokenAnswer() {
    problem(given().get("/probe/broken-answer"), 500, "internal_error");
  }

  @Test
  void tellsWhenToTryAgain() {
    problem(given().get("/probe/fails/busy"), 429, "too_many_requests").header("Retry-After", "2");
  }

  @Test
  void joinsTheCallersTrace() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    problem(
            given()
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/probe/fails/conflict?secret=1"),
            409,
            "conflict")
        .body("traceId", equalTo(trace))
        .body("instance", equalTo("/probe/fails/conflict"));
  }

  private static ValidatableResponse problem(Response response, int status, String code) {
    return response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Cache-Control", "no-store")
        .body("code", equalTo(code))
        .body("status", equalTo(status))
        .body("type", equalTo("tag:stallcast.io,2026:problem/" + code))
        .body("traceId", matchesPattern("[0-9a-f]{32}"))
        .body(not(containsString("Exception")))
        .body(not(containsString("secret")));
  }

  private static Response json(String body) {
    return given().contentType("application/json").body(body).post("/probe");
  }

  private static RequestSpecification bearer(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
