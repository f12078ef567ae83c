package io.stallcast.platform.operating;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.deadletter.DeadLetterStatus;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The dead letters of this service, for operators. */
@Path(DeadLettersResource.PATH)
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The caller is no operator")
class DeadLettersResource {
  static final String PATH = "/api/v1/admin/dead-letters";
  private static final String WHOSE = "The service that they are of";

  private final OperatingDeadLetters operating;
  private final Caller caller;

  DeadLettersResource(OperatingDeadLetters operating, Caller caller) {
    this.operating = operating;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listDeadLetters",
      summary = "List the records that could not be applied",
      description =
          "The oldest first. Those that are not settled, unless a status is asked for: open ones"
              + " wait for an operator, parked ones behind an open one, replaying ones are under"
              + " way. Without a service the gateway lists those of all services, and names under"
              + " unavailable those whose part is missing because they did not answer.")
  @Parameter(
      name = "service",
      in = ParameterIn.QUERY,
      description = WHOSE,
      example = "payment-service",
      schema = @Schema(implementation = String.class))
  @APIResponse(responseCode = "200", description = "A page of them")
  @APIResponse(responseCode = "400", description = "validation_failed, malformed_request")
  public Uni<Page<DeadLetterView>> list(
      @BeanParam @Valid DeadLetterFilter filter,
      @Parameter(description = "open, parked, replaying, replayed or discarded", example = "open")
          @QueryParam("status")
          String status,
      @BeanParam @Valid PageRequest page) {
    return operating.list(filter, status == null ? null : DeadLetterStatus.of(status), page);
  }

  @GET
  @Path("/{id}")
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
  @Operation(
      operationId = "readDeadLetter",
      summary = "Read a record that could not be applied",
      description = "With its headers and its value, in which secrets are masked.")
  @Parameter(
      name = "service",
      in = ParameterIn.QUERY,
      required = true,
      description = WHOSE,
      example = "payment-service",
      schema = @Schema(implementation = String.class))
  @APIResponse(responseCode = "200", description = "It, and what waits behind it")
  @APIResponse(responseCode = "404", description = "The service has no such dead letter")
  public Uni<DeadLetterContent> read(@PathParam("id") UUID id) {
    return operating.read(id);
  }

  @POST
  @Path("/{id}/replay")
  @ResponseStatus(202)
  @Operation(
      operationId = "replayDeadLetter",
      summary = "Replay a record",
      description =
          "Its consumer tries it again after the answer, and then what waits behind it, until one"
              + " fails; reading it tells how that went. To be repeated safely.")
  @Parameter(
      name = "service",
      in = ParameterIn.QUERY,
      required = true,
      description = WHOSE,
      example = "payment-service",
      schema = @Schema(implementation = String.class))
  @APIResponse(
      responseCode = "202",
      description = "It will be replayed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DeadLetterView.class)))
  @APIResponse(responseCode = "404", description = "The service has no such dead letter")
  @APIResponse(responseCode = "409", description = "dead_letter_settled, dead_letter_behind")
  public Uni<DeadLetterView> replay(@PathParam("id") UUID id) {
    return operating.replay(id, caller.id());
  }

  @POST
  @Path("/replay")
  @ResponseStatus(202)
  @ResponseHeader(name = HttpHeaders.LOCATION, value = PATH + "?status=replaying")
  @Operation(
      operationId = "replayDeadLetters",
      summary = "Replay all records of a reason, of a topic, or all",
      description = "Goes on after the answer; the list of those with status replaying tells how.")
  @Parameter(
      name = "service",
      in = ParameterIn.QUERY,
      required = true,
      description = WHOSE,
      example = "payment-service",
      schema = @Schema(implementation = String.class))
  @APIResponse(
      responseCode = "202",
      description = "How many will be replayed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReplayOrder.class)))
  @APIResponse(responseCode = "400", description = "validation_failed")
  public Uni<ReplayOrder> replayAll(@BeanParam @Valid DeadLetterFilter filter) {
    return operating.replayAll(filter, caller.id());
  }

  @POST
  @Path("/{id}/discard")
  @Operation(
      operationId = "discardDeadLetter",
      summary = "Give a record up",
      description =
          "For what can never be mended. It is kept, with the note and with who wrote it; what"
              + " waits behind it goes on.")
  @Parameter(
      name = "service",
      in = ParameterIn.QUERY,
      required = true,
      description = WHOSE,
      example = "payment-service",
      schema = @Schema(implementation = String.class))
  @APIResponse(responseCode = "200", description = "It is discarded")
  @APIResponse(responseCode = "400", description = "validation_failed")
  @APIResponse(responseCode = "404", description = "The service has no such dead letter")
  @APIResponse(
      responseCode = "409",
      description = "dead_letter_settled, dead_letter_behind, dead_letter_replaying")
  public Uni<DeadLetterView> discard(
      @PathParam("id") UUID id, @NotNull @Valid Discarding discarding) {
    return operating.discard(id, caller.id(), discarding.note());
  }
}
