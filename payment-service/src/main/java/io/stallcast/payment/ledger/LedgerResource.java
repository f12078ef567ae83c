package io.stallcast.payment.ledger;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Ledger")
class LedgerResource {
  private final UnitOfWork unitOfWork;
  private final Ledger ledger;

  LedgerResource(UnitOfWork unitOfWork, Ledger ledger) {
    this.unitOfWork = unitOfWork;
    this.ledger = ledger;
  }

  @GET
  @Path("/trial-balance")
  @Operation(
      operationId = "readTrialBalance",
      summary = "Prove the books: the balance of each currency, always zero")
  @APIResponse(responseCode = "200", description = "One row for each currency, on one page")
  public Uni<Page<TrialBalance>> trialBalance() {
    return unitOfWork.read(ledger::trialBalance).map(rows -> new Page<>(rows, null));
  }
}
