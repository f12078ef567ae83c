package io.stallcast.catalog.product;

import static io.restassured.RestAssured.given;
import static io.stallcast.catalog.Catalogue.asCreator;
import static io.stallcast.catalog.Catalogue.createDraft;
import static io.stallcast.catalog.Catalogue.createPublished;
import static io.stallcast.catalog.Catalogue.price;
import static io.stallcast.catalog.Catalogue.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.testing.ServiceInfrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class ProductListIT {
  private static final String LIST = "/api/v1/products";

  private final UUID creator = UUID.randomUUID();

  @ParameterizedTest
  @CsvSource({
    "newest, 'C,a,b,D,E'",
    "price_asc, 'a,C,b,D,E'",
    "price_desc, 'E,D,b,C,a'",
    "title, 'a,b,C,D,E'"
  })
  void isReadPageByPageInTheOrderAskedFor(String sort, String expected) {
    publish("E", 900);
    publish("D", 800);
    publish("b", 300);
    publish("a", 100);
    publish("C", 200);

    assertThat(read(sort)).containsExactly(expected.split(","));
  }

  private void publish(String title, long amount) {
    var body = product(title);
    body.put("price", price(amount));
    createPublished(creator, body);
  }

  private List<String> read(String sort) {
    var titles = new ArrayList<String>();
    String cursor = "";
    while (cursor != null) {
      var page =
          given()
              .queryParams("creator", creator, "sort", sort, "limit", 2, "cursor", cursor)
              .get(LIST)
              .then()
              .statusCode(200)
              .extract();
      titles.addAll(page.path("items.title"));
      cursor = page.path("next");
    }
    return titles;
  }

  @Test
  void breaksTiesByTheId() {
    publish("x", 100);
    publish("y", 100);
    publish("z", 100);

    assertThat(read("price_asc")).containsExactly("x", "y", "z");
    assertThat(read("price_desc")).containsExactly("z", "y", "x");
  }

  @Test
  void showsDraftsToTheirCreatorAlone() {
    createDraft(creator, product("draft"));
    createPublished(creator, product("published"));

    var own = Map.of("creator", creator);
    given().queryParams(own).get(LIST).then().body("items.title", contains("published"));
    asCreator(UUID.randomUUID())
        .queryParams(own)
        .get(LIST)
        .then()
        .body("items.title", contains("published"));
    asCreator(creator)
        .queryParams(own)
        .get(LIST)
        .then()
        .body("items.title", containsInAnyOrder("draft", "published"));
    asCreator(creator).get(LIST).then().body("items.title", not(hasItem("draft")));
  }

  @Test
  void isFilteredByCategoryTagAndKind() {
    var font = product("Font");
    font.putAll(Map.of("kind", "asset", "category", "fonts", "tags", List.of("serif")));
    createPublished(creator, font);
    var song = product("Song");
    song.putAll(Map.of("kind", "music", "category", "music", "tags", List.of("jazz", "live")));
    createPublished(creator, song);

    filtered("category", "fonts", "Font");
    filtered("category", "assets", "Font");
    filtered("category", "music", "Song");
    filtered("tag", "live", "Song");
    filtered("kind", "asset", "Font");
  }

  private void filtered(String filter, String value, String title) {
    given()
        .queryParams("creator", creator, filter, value)
        .get(LIST)
        .then()
        .statusCode(200)
        .body("items.title", contains(title));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=many",
        "sort=random",
        "kind=ship",
        "cursor=forged",
        "creator=me",
        "cursor=WyJ4Il0"
      })
  void refusesWhatItDoesNotKnow(String query) {
    given().get(LIST + "?" + query).then().statusCode(400).body("status", equalTo(400));
  }
}
