package io.stallcast.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.chat.Room.Kind;
import io.stallcast.chat.Room.Status;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.catalog.ProductEvent;
import io.stallcast.platform.event.catalog.ProductEvent.Product;
import io.stallcast.platform.event.catalog.ProductEvent.ProductArchived;
import io.stallcast.platform.event.catalog.ProductEvent.ProductCreated;
import io.stallcast.platform.event.catalog.ProductEvent.ProductDeleted;
import io.stallcast.platform.event.catalog.ProductEvent.ProductPublished;
import io.stallcast.platform.event.catalog.ProductEvent.ProductUpdated;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final UUID id = UUID.randomUUID();
  private final UUID creator = UUID.randomUUID();

  @Test
  void aPublishedCourseHasOne() {
    var expected = new Room(id, Kind.COURSE, 3, creator, "purchase", List.of(id), Status.OPEN);

    assertThat(Room.of(event(new ProductPublished(product("course", "published")))))
        .contains(expected);
    assertThat(Room.of(event(new ProductUpdated(product("course", "published")))))
        .contains(expected);
    assertThat(expected.isFree()).isFalse();
  }

  @Test
  void ofAnArchivedCourseIsOnlyRead() {
    assertThat(Room.of(event(new ProductArchived(product("course", "archived")))))
        .map(Room::status)
        .contains(Status.CLOSED);
  }

  @Test
  void aDraftHasNone() {
    assertThat(Room.of(event(new ProductCreated(product("course", "draft"))))).isEmpty();
    assertThat(Room.of(event(new ProductUpdated(product("course", "draft"))))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"software", "asset", "music", "subscription", "ticket", "session", "physical"})
  void noOtherProductHasOne(String kind) {
    assertThat(Room.of(event(new ProductPublished(product(kind, "published"))))).isEmpty();
  }

  @Test
  void whatIsDeletedHasNoneAnyMore() {
    var open = Room.of(event(new ProductPublished(product("course", "published")))).get();

    var gone = Room.of(event(new ProductDeleted())).get();

    assertThat(gone.isGone()).isTrue();
    assertThat(open.isOlderThan(gone)).isTrue();
    assertThat(gone.isOlderThan(open)).isFalse();
  }

  private Envelope<ProductEvent> event(ProductEvent data) {
    return new Envelope<>(
        UUID.randomUUID(), "product", URI.create("/test"), id.toString(), 3, NOW, null, data);
  }

  private Product product(String kind, String status) {
    return ProductFixture.product(id, 3, creator, kind, status);
  }
}
