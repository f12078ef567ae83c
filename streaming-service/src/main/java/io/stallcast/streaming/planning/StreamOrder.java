package io.stallcast.streaming.planning;

import io.stallcast.platform.paging.Cursor;
import io.stallcast.streaming.Stream;
import io.stallcast.streaming.StreamStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The order in which the streams of a status are listed; the id decides between equals. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
enum StreamOrder {
  SCHEDULED("listedAt", "asc", Stream::listedAt),
  LIVE("listedAt", "desc", Stream::listedAt),
  ENDED("listedAt", "desc", Stream::listedAt),
  /** Of streams whatever their status. */
  ALL("createdAt", "desc", Stream::createdAt);

  /** The statuses' names in a request. */
  static final String STATUSES = "scheduled|live|ended";

  private final String column;
  private final String direction;
  private final Function<Stream, Instant> value;

  StreamOrder(String column, String direction, Function<Stream, Instant> value) {
    this.column = column;
    this.direction = direction;
    this.value = value;
  }

  /** {@code status} may be null. */
  static StreamOrder of(String status) {
    return status == null ? ALL : valueOf(status.toUpperCase(Locale.ROOT));
  }

  Optional<StreamStatus> status() {
    return this == ALL ? Optional.empty() : Optional.of(StreamStatus.valueOf(name()));
  }

  String orderBy() {
    return " order by %s %s, id %s".formatted(column, direction, direction);
  }

  /** Holds for the rows behind the cursor whose values are {@code :value} and {@code :last}. */
  String behindCursor() {
    return "(%s, id) %s (:value, :last)".formatted(column, direction.equals("asc") ? ">" : "<");
  }

  Cursor cursor(Stream stream) {
    return Cursor.of(value.apply(stream), stream.id());
  }
}
