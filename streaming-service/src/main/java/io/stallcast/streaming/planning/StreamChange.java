package io.stallcast.streaming.planning;

import io.stallcast.streaming.AccessTerms;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a merge patch of a stream may name, as the API's document has it. */
@Schema(description = "What is named is replaced, null removes; the rest stays as it is")
record StreamChange(
    @Size(max = 200) String title,
    @Schema(nullable = true) @Size(max = 20_000) String description,
    @Schema(nullable = true) @Size(max = 60) String category,
    @Schema(nullable = true) @Size(max = 2000) String pictureUrl,
    @Schema(nullable = true) Instant scheduledFor,
    @Schema(nullable = true) AccessTerms access) {}
