package io.stallcast.streaming.planning;

import io.stallcast.streaming.StreamDetails;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which streams are wanted. */
public class StreamFilter {
  @QueryParam("status")
  @Pattern(regexp = StreamOrder.STATUSES)
  @Parameter(
      description =
          "scheduled: the next one first; live, ended: the latest first; all of them, newest first,"
              + " where absent")
  String status;

  @QueryParam("creator")
  @Parameter(description = "Only this creator's")
  UUID creator;

  @QueryParam("category")
  @Size(max = 60)
  @Pattern(regexp = StreamDetails.CATEGORY, message = StreamDetails.CATEGORY_MESSAGE)
  String category;
}
