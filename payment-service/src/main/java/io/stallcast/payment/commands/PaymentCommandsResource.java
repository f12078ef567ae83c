package io.stallcast.payment.commands;

import io.smallrye.mutiny.Uni;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentView;
import io.stallcast.payment.Payments;
import io.stallcast.payment.Refunds;
import io.stallcast.payment.Settlement;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sagas' commands for those who want to wait for the outcome; inside only. */
@Path("/api/v1/payments")
@RolesAllowed(Role.SERVICE)
@Tag(name = "Commands")
@APIResponse(
    responseCode = "200",
    description = "The payment as it is when the provider has spoken")
@APIResponse(responseCode = "400", description = "validation_failed")
class PaymentCommandsResource {
  private final UnitOfWork unitOfWork;
  private final TakingPayment taking;
  private final RefundingOrder refunding;
  private final Settlement settlement;
  private final Payments payments;
  private final Refunds refunds;

  PaymentCommandsResource(
      UnitOfWork unitOfWork,
      TakingPayment taking,
      RefundingOrder refunding,
      Settlement settlement,
      Payments payments,
      Refunds refunds) {
    this.unitOfWork = unitOfWork;
    this.taking = taking;
    this.refunding = refunding;
    this.settlement = settlement;
    this.payments = payments;
    this.refunds = refunds;
  }

  @POST
  @Path("/process")
  @Operation(
      extensions = @Extension(name = "x-internal", value = "true", parseValue = true),
      operationId = "processPayment",
      summary = "Take the money of an order (services only)",
      description = "Idempotent by order. An outcome not known yet is told as status pending.")
  public Uni<PaymentView> process(@NotNull @Valid ProcessRequest request) {
    return unitOfWork
        .commit(() -> taking.take(request.toCommand()))
        .map(Payment::id)
        .call(settlement::payment)
        .chain(this::view);
  }

  @POST
  @Path("/refund")
  @Operation(
      extensions = @Extension(name = "x-internal", value = "true", parseValue = true),
      operationId = "refundPaymentOfOrder",
      summary = "Give money of an order back (services only)",
      description = "Idempotent by refundId.")
  @APIResponse(responseCode = "404", description = "not_found: the order was not paid")
  @APIResponse(responseCode = "409", description = "not_refundable, refund_exceeds_payment")
  public Uni<PaymentView> refund(@NotNull @Valid RefundRequest request) {
    return unitOfWork
        .commit(() -> refunding.refund(request.toCommand()))
        .map(Payment::id)
        .call(payment -> settlement.refund(request.refundId()))
        .chain(this::view);
  }

  private Uni<PaymentView> view(UUID paymentId) {
    return unitOfWork.read(() ->
        payments
            .findById(paymentId)
            .chain(payment -> refunds.of(payment).map(r -> PaymentView.of(payment, r))));
  }
}
