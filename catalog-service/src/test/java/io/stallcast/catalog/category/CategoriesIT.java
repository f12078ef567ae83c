package io.stallcast.catalog.category;

import static io.restassured.RestAssured.given;
import static io.stallcast.catalog.Catalogue.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class CategoriesIT {
  private static final String CATEGORIES = "/api/v1/categories";

  @Test
  void startsWithSomeAndIsReadPageByPage() {
    given()
        .queryParam("limit", 100)
        .get(CATEGORIES)
        .then()
        .statusCode(200)
        .body("items.slug", hasItems("courses", "music", "photography"));
    var first = given().queryParam("limit", 1).get(CATEGORIES).then();
    first.body("items[0].slug", equalTo("albums")).body("items[0].parent", equalTo("music"));
    given()
        .queryParams("limit", 1, "cursor", first.extract().<String>path("next"))
        .get(CATEGORIES)
        .then()
        .body("items[0].slug", equalTo("assets"));
  }

  @Test
  void isAddedToByAdmins() {
    add(Map.of("slug", "puzzles", "name", "Puzzles", "parent", "software"))
        .statusCode(201)
        .body("slug", equalTo("puzzles"));

    add(Map.of("slug", "puzzles", "name", "Again"))
        .statusCode(409)
        .body("code", equalTo("category_exists"));
  }

  @Test
  void refusesWhatDoesNotFitTheTree() {
    add(Map.of("slug", "a-new", "name", "A", "parent", "nowhere")).statusCode(422);
    add(Map.of("slug", "a-new", "name", "A", "parent", "games"))
        .statusCode(422)
        .body("code", equalTo("unknown_category"));
    add(Map.of("slug", "Not A Slug", "name", "A")).statusCode(400);
    add(Map.of("slug", "fine")).statusCode(400);
  }

  private static ValidatableResponse add(Map<String, Object> body) {
    return as(UUID.randomUUID(), Role.ADMIN).body(body).post(CATEGORIES).then();
  }

  @Test
  void isAddedToByNobodyElse() {
    var body = Map.of("slug", "mine", "name", "Mine");
    given().contentType(ContentType.JSON).body(body).post(CATEGORIES).then().statusCode(401);
    as(UUID.randomUUID(), Role.CREATOR).body(body).post(CATEGORIES).then().statusCode(403);
  }
}
