package io.stallcast.order.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a rebuild of the list of orders is.
 *
 * @param total orders there were when it began
 * @param done orders read so far, those placed meanwhile included
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProjectionRebuild")
record RebuildView(
    @Schema(enumeration = {"idle", "running"}) String state,
    long total,
    long done,
    @Schema(nullable = true) Instant startedAt,
    @Schema(nullable = true) Instant finishedAt) {
  static final RebuildView NEVER = new RebuildView("idle", 0, 0, null, null);

  static RebuildView of(Object[] row) {
    return new RebuildView(
        (boolean) row[0] ? "running" : "idle",
        (long) row[1],
        (long) row[2],
        instant(row[3]),
        instant(row[4]));
  }

  private static Instant instant(Object column) {
    return switch (column) {
      case null -> null;
      case Instant instant -> instant;
      case OffsetDateTime time -> time.toInstant();
      default -> throw new IllegalArgumentException("not a time: " + column.getClass());
    };
  }
}
