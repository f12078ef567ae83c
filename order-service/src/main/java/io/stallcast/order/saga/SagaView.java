package io.stallcast.order.saga;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened in a purchase, step by step. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Saga")
record SagaView(
    UUID orderId,
    SagaState state,
    List<StepRecord> steps,
    @Schema(description = "The trace under which it began, for those who look at traces")
        String traceId,
    Instant startedAt,
    @Schema(nullable = true) Instant endedAt,
    @JsonIgnore long version) {

  /** Of rows with the columns that are read here. */
  static Stream<SagaView> all(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(SagaView::of);
  }

  private static SagaView of(Row row) {
    return new SagaView(
        row.getUUID("order_id"),
        SagaState.valueOf(row.getString("state")),
        TimelineColumn.read(row.getString("timeline")).steps(),
        row.getString("trace_id"),
        row.getOffsetDateTime("started_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("ended_at"))
            .map(OffsetDateTime::toInstant)
            .orElse(null),
        row.getLong("version"));
  }
}
