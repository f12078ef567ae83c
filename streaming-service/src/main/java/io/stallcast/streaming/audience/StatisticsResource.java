package io.stallcast.streaming.audience;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.streaming.Viewers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/streams")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CREATOR)
@Tag(name = "Statistics")
class StatisticsResource {
  private final StatisticsTable table;
  private final Viewers viewers;
  private final Caller caller;

  StatisticsResource(StatisticsTable table, Viewers viewers, Caller caller) {
    this.table = table;
    this.viewers = viewers;
    this.caller = caller;
  }

  @GET
  @Path("/{id}/statistics")
  @Operation(
      operationId = "readStreamStatistics",
      summary = "Read how a stream is watched",
      description = "Yours only; what is before and after the broadcast does not count.")
  @APIResponse(responseCode = "200", description = "Its statistics")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<StatisticsView> read(UUID id) {
    return table
        .read(id, caller.id())
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound("stream"))
        .map(kept -> StatisticsView.of(id, viewers.of(id), kept));
  }
}
