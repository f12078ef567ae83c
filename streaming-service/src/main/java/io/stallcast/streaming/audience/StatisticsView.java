package io.stallcast.streaming.audience;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.streaming.audience.StatisticsTable.Kept;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a stream was watched while it was live. */
@RegisterForReflection
@Schema(name = "StreamStatistics")
record StatisticsView(
    UUID streamId,
    @Schema(description = "Now") long viewers,
    @Schema(description = "The most who watched at a time") long peak,
    @Schema(description = "Everybody who ever watched") long unique,
    @Schema(description = "By all of them together, in seconds") long watchSeconds,
    @Schema(description = "By each of them, in seconds") long averageWatchSeconds) {

  static StatisticsView of(UUID streamId, long viewers, Kept kept) {
    var seconds = kept.watched().toSeconds();
    var average = kept.unique() == 0 ? 0 : Math.round((double) seconds / kept.unique());
    return new StatisticsView(streamId, viewers, kept.peak(), kept.unique(), seconds, average);
  }
}
