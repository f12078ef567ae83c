package io.stallcast.streaming;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stream as clients see it. */
@RegisterForReflection
@Schema(name = "Stream")
public record StreamView(
    UUID id,
    @Schema(description = "Raised by every change; the ETag in quotes") long version,
    UUID creatorId,
    String title,
    String description,
    @Schema(description = "A slug; absent where it is in none") String category,
    String pictureUrl,
    @Schema(enumeration = {"scheduled", "live", "ended"}) String status,
    AccessTerms access,
    @Schema(description = "The product shown beside the stream; absent where none is")
        UUID pinnedProductId,
    @Schema(description = "How many watch now") long viewers,
    Instant createdAt,
    @Schema(description = "When it is to begin; absent where that is open") Instant scheduledFor,
    @Schema(description = "Absent before it is live") Instant startedAt,
    @Schema(description = "Absent before it has ended") Instant endedAt,
    @Schema(description = "What an encoder broadcasts with; shown at the creation alone")
        String streamKey) {

  /**
   * @param streamKey the key that was just made; null otherwise
   */
  static StreamView of(Stream stream, long viewers, String streamKey) {
    var now = stream.snapshot();
    return new StreamView(
        now.id(),
        now.version(),
        now.creatorId(),
        now.title(),
        now.description(),
        now.category(),
        now.pictureUrl(),
        now.status(),
        stream.access(),
        now.pinnedProductId(),
        viewers,
        now.createdAt(),
        now.scheduledFor(),
        now.startedAt(),
        now.endedAt(),
        streamKey);
  }
}
