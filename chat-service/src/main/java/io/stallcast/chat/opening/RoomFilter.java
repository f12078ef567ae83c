package io.stallcast.chat.opening;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which rooms are wanted. */
class RoomFilter {
  static final String KINDS = "stream|course";

  @QueryParam("creator")
  @Parameter(description = "Only this creator's")
  UUID creator;

  @QueryParam("kind")
  @Pattern(regexp = KINDS)
  @Parameter(description = KINDS + "; both where absent")
  String kind;

  /** Null for both. */
  String kindInTable() {
    return kind == null ? null : kind.toUpperCase(Locale.ROOT);
  }
}
