package io.stallcast.catalog.search;

import static io.restassured.RestAssured.given;
import static io.stallcast.catalog.Catalogue.createDraft;
import static io.stallcast.catalog.Catalogue.createPublished;
import static io.stallcast.catalog.Catalogue.price;
import static io.stallcast.catalog.Catalogue.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.stallcast.platform.testing.ServiceInfrastructure;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class SearchIT {
  private final UUID creator = UUID.randomUUID();

  @BeforeEach
  void publishSome() {
    publish("Watercolour painting", "Landscapes for beginners", "design", List.of("art"), 1000);
    publish("Café photography", "Paintings with light", "photography", List.of("art"), 2000);
    publish("Sourdough", "Bread at home", "cooking", List.of("food"), 3000);
    createDraft(creator, product("Painting in secret"));
  }

  private void publish(
      String title, String description, String category, List<String> tags, long amount) {
    var body = product(title);
    body.put("description", description);
    body.put("category", category);
    body.put("tags", tags);
    body.put("price", price(amount));
    createPublished(creator, body);
  }

  private ValidatableResponse search(Object... query) {
    var request = given().queryParam("creator", creator);
    for (int i = 0; i < query.length; i += 2) {
      request.queryParam((String) query[i], query[i + 1]);
    }
    return request.get("/api/v1/search").then().statusCode(200);
  }

  @Test
  void ranksTitlesAboveDescriptionsAndLeavesDraftsOut() {
    search("q", "painting")
        .body("items.title", contains("Watercolour painting", "Café photography"));
  }

  @Test
  void findsOtherFormsAccentsAndTypos() {
    search("q", "beginner").body("items.title", contains("Watercolour painting"));
    search("q", "cafe").body("items.title", contains("Café photography"));
    search("q", "sourdogh").body("items.title", contains("Sourdough"));
    search("q", "submarine").body("items", empty());
  }

  @Test
  void isNarrowedByFilters() {
    search("tag", "art").body("items.size()", equalTo(2));
    search("category", "courses").body("items.size()", equalTo(3));
    search("category", "cooking").body("items.title", contains("Sourdough"));
    search("minPrice", 1500, "maxPrice", 2500).body("items.title", contains("Café photography"));
    search("kind", "music").body("items", empty());
  }

  @Test
  void countsTheHitsByFacet() {
    search()
        .body("facets.tag.value", contains("art", "food"))
        .body("facets.tag.count", contains(2, 1))
        .body("facets.kind.value", contains("course"))
        .body("facets.category.value", containsInAnyOrder("cooking", "design", "photography"));
  }

  @Test
  void isReadPageByPage() {
    var first = search("limit", 2).body("items.size()", equalTo(2));
    var second = search("limit", 2, "cursor", first.extract().<String>path("next"));

    second.body("items.size()", equalTo(1)).body("next", nullValue());
    assertThat(second.extract().<List<String>>path("items.id"))
        .doesNotContainAnyElementsOf(first.extract().<List<String>>path("items.id"));
  }

  @Test
  void suggestsTitles() {
    given()
        .queryParam("q", "waterco")
        .get("/api/v1/search/suggestions")
        .then()
        .statusCode(200)
        .body("items", contains("Watercolour painting"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?minPrice=-1", "?kind=ship", "?cursor=WyJ4Il0", "/suggestions"})
  void refusesWhatItDoesNotKnow(String query) {
    given().get("/api/v1/search" + query).then().statusCode(400);
  }
}
