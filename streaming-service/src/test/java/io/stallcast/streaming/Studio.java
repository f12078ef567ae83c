package io.stallcast.streaming;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Streams as their creators and viewers use them. */
public final class Studio {
  public static final String STREAMS = "/api/v1/streams";
  public static final String STREAM = STREAMS + "/{id}";
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private Studio() {}

  /** A valid stream, free to watch; further fields may be put into it. */
  public static Map<String, Object> stream(String title) {
    var stream = new HashMap<String, Object>();
    stream.put("title", title);
    stream.put("description", "All about " + title);
    return stream;
  }

  public static Map<String, Object> access(String policy, UUID... products) {
    var ids = Stream.of(products).map(UUID::toString).toList();
    return Map.of("policy", policy, "productIds", List.copyOf(ids));
  }

  public static RequestSpecification as(UUID user, String... roles) {
    return given().auth().oauth2(TestTokens.of(user, roles)).contentType(ContentType.JSON);
  }

  public static RequestSpecification asCreator(UUID creator) {
    return as(creator, Role.BUYER, Role.CREATOR);
  }

  public static RequestSpecification asViewer(UUID viewer) {
    return as(viewer, Role.BUYER);
  }

  public static UUID schedule(UUID creator, Map<String, Object> stream) {
    return UUID.fromString(
        asCreator(creator).body(stream).post(STREAMS).then().statusCode(201).extract().path("id"));
  }

  public static UUID goLive(UUID creator, Map<String, Object> stream) {
    var id = schedule(creator, stream);
    start(creator, id).statusCode(200);
    return id;
  }

  public static ValidatableResponse start(UUID creator, UUID id) {
    return asCreator(creator).post(STREAM + "/start", id).then();
  }

  public static ValidatableResponse stop(UUID creator, UUID id) {
    return asCreator(creator).post(STREAM + "/stop", id).then();
  }

  public static ValidatableResponse patch(UUID creator, UUID id, long version, String patch) {
    return patching(asCreator(creator))
        .header("If-Match", "\"" + version + "\"")
        .body(patch)
        .patch(STREAM, id)
        .then();
  }

  public static RequestSpecification patching(RequestSpecification request) {
    return request
        .config(
            RestAssured.config()
                .encoderConfig(encoderConfig().encodeContentTypeAs(MERGE_PATCH, ContentType.TEXT)))
        .contentType(MERGE_PATCH);
  }
}
