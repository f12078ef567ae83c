package io.stallcast.streaming;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.streaming.StreamEvent;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who may watch a stream.
 *
 * @param productIds each of them entitles to watch; each once, and none for a free stream
 */
@RegisterForReflection
@Schema(name = "StreamAccess")
public record AccessTerms(
    @NotNull AccessPolicy policy,
    @Size(max = 50) @Schema(description = "Each of them entitles to watch; none for a free stream")
        List<@NotNull UUID> productIds) {
  public static final AccessTerms FREE = new AccessTerms(AccessPolicy.FREE, List.of());

  public AccessTerms {
    productIds = productIds == null ? List.of() : productIds.stream().distinct().toList();
  }

  @JsonIgnore
  @Schema(hidden = true)
  @AssertTrue(message = "a free stream has no productIds, any other at least one")
  public boolean isPolicyMatchedByProducts() {
    return policy == null || isFree() == productIds.isEmpty();
  }

  @JsonIgnore
  @Schema(hidden = true)
  public boolean isFree() {
    return policy == AccessPolicy.FREE;
  }

  StreamEvent.Access toEvent() {
    return new StreamEvent.Access(policy.wire(), productIds);
  }
}
