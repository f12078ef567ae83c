package io.stallcast.platform.operating;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which dead letters are meant; what is absent does not matter. */
public class DeadLetterFilter {
  @QueryParam("reason")
  @Size(max = 40)
  @Parameter(description = "The stable name of what went wrong", example = "constraint_violation")
  String reason;

  @QueryParam("topic")
  @Size(max = 120)
  @Parameter(description = "The topic that they are of", example = "access.commands")
  String topic;

  @QueryParam("subject")
  @Size(max = 200)
  @Parameter(description = "Id of the order, product or other thing that they are about")
  String subject;
}
