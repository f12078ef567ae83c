package io.stallcast.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stallcast.stack.LogIn;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTest {
  private final Shop shop = Shop.read();

  @Test
  void offersThirtyProductsOfAllKinds() {
    assertThat(products()).hasSizeBetween(28, 35);
    assertThat(products())
        .extracting(product -> product.path("kind").asText())
        .contains(
            "course",
            "software",
            "asset",
            "music",
            "subscription",
            "ticket",
            "session",
            "physical");
    assertThat(products()).extracting(DemoTest::title).doesNotHaveDuplicates();
  }

  @Test
  void buysOnlyWhatItOffers() {
    var titles = products().stream().map(DemoTest::title).toList();

    assertThat(shop.buyers())
        .flatMap(Shop.Buyer::purchases)
        .flatMap(Shop.Purchase::titles)
        .allSatisfy(title -> assertThat(titles).contains(title));
  }

  @Test
  void showsStreamsThatAreOnAndSomeToCome() {
    var titles = products().stream().map(DemoTest::title).toList();

    assertThat(streams()).extracting(Shop.Broadcast::isLive).contains(true, false);
    assertThat(streams())
        .extracting(Shop.Broadcast::policy)
        .contains("free", "purchase", "subscription");
    assertThat(streams())
        .allSatisfy(stream -> {
          assertThat(titles).containsAll(stream.titles());
          assertThat(stream.titles().isEmpty()).isEqualTo(stream.policy().equals("free"));
        });
  }

  @Test
  void hasALogInForEachRole() {
    var logIns = new Demo("http://localhost:1").logIns();

    assertThat(logIns).extracting(LogIn::role).contains("admin", "moderator", "creator", "buyer");
    assertThat(logIns).allSatisfy(logIn -> assertThat(logIn.password()).hasSizeGreaterThan(9));
  }

  private List<Shop.Broadcast> streams() {
    return shop.creators().stream().flatMap(creator -> creator.streams().stream()).toList();
  }

  private List<JsonNode> products() {
    return shop.creators().stream().flatMap(creator -> creator.products().stream()).toList();
  }

  private static String title(JsonNode product) {
    return product.path("title").asText();
  }
}
