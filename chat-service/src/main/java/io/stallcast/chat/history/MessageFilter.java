package io.stallcast.chat.history;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which messages of a room are wanted. */
class MessageFilter {
  @QueryParam("before")
  @Parameter(description = "A message: those before it are wanted; the newest where absent")
  UUID before;
}
