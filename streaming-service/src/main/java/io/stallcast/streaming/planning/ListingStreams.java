package io.stallcast.streaming.planning;

import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.transaction.UnitOfWork;
import io.stallcast.streaming.Stream;
import io.stallcast.streaming.StreamView;
import io.stallcast.streaming.StreamViews;
import io.stallcast.streaming.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looks at streams: one, or a page of them. */
@ApplicationScoped
class ListingStreams {
  private final UnitOfWork unitOfWork;
  private final Streams streams;
  private final StreamViews views;

  ListingStreams(UnitOfWork unitOfWork, Streams streams, StreamViews views) {
    this.unitOfWork = unitOfWork;
    this.streams = streams;
    this.views = views;
  }

  Uni<StreamView> one(UUID id) {
    return unitOfWork.read(() -> streams.get(id)).map(views::of);
  }

  Uni<Page<StreamView>> page(StreamFilter filter, PageRequest page) {
    var order = StreamOrder.of(filter.status);
    var query = new Query(filter, order);
    page.cursor().ifPresent(cursor -> query.behind(cursor, order));
    return unitOfWork
        .read(() -> query.rows(order, page.limitPlusOne()))
        .map(rows -> Page.of(rows, page.limit(), order::cursor, views::of));
  }

  /** The conditions that a filter adds up to. */
  private final class Query {
    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Parameters parameters = new Parameters();

    Query(StreamFilter filter, StreamOrder order) {
      where("status = :status", "status", order.status().orElse(null));
      where("creatorId = :creator", "creator", filter.creator);
      where("category = :category", "category", filter.category);
    }

    void behind(Cursor cursor, StreamOrder order) {
      where(order.behindCursor(), "value", cursor.instant(0));
      parameters.and("last", cursor.uuid(1));
    }

    Uni<List<Stream>> rows(StreamOrder order, int count) {
      var where = String.join(" and ", conditions);
      return streams.find(where + order.orderBy(), parameters).page(0, count).list();
    }

    private void where(String condition, String parameter, Object value) {
      if (value != null) {
        conditions.add(condition);
        parameters.and(parameter, value);
      }
    }
  }
}
