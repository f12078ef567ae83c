package io.stallcast.chat.opening;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which rooms are wanted. */
class RoomFilter {
  @QueryParam("creator")
  @Parameter(description = "Of this creator's streams")
  UUID creator;
}
