package io.stallcast.platform.operating;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.deadletter.DeadLetter;
import io.stallcast.platform.deadletter.DeadLetterStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dead letter in a list. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadLetter")
record DeadLetterView(
    UUID id,
    @Schema(description = "Whose it is", examples = "payment-service") String service,
    @Schema(description = "Which of its consumers", examples = "access.commands") String consumer,
    @Schema(examples = "access.commands") String topic,
    int partition,
    long offset,
    @Schema(description = "What it is about; later records of the same wait behind it")
        String subject,
    @Schema(nullable = true, examples = "access.grant") String type,
    DeadLetterStatus status,
    @Schema(
            description = "Stable name of what went wrong",
            examples = {
              "invalid_record",
              "constraint_violation",
              "database_refused",
              "unforeseen",
              "unknown_consumer",
              "behind_another"
            })
        String reason,
    @Schema(description = "What was said the last time") String detail,
    @Schema(description = "How often it was replayed") int replays,
    Instant createdAt,
    @Schema(nullable = true, description = "When it was replayed with success, or discarded")
        Instant settledAt,
    @Schema(nullable = true, description = "Who wanted that") UUID operator,
    @Schema(nullable = true, description = "Why it was discarded") String note) {

  static DeadLetterView of(DeadLetter letter, String service) {
    return new DeadLetterView(
        letter.id(),
        service,
        letter.consumer(),
        letter.topic(),
        letter.partition(),
        letter.recordOffset(),
        letter.subject(),
        letter.headers().getString("ce_type"),
        letter.status(),
        letter.reason(),
        letter.detail(),
        letter.replays(),
        letter.createdAt(),
        letter.settledAt(),
        letter.operator(),
        letter.note());
  }
}
