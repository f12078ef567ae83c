package io.stallcast.payment.commands;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.Payment;
import io.stallcast.payment.Payments;
import io.stallcast.payment.Settlement;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.PaymentCommand;
import io.stallcast.platform.event.order.PaymentCommand.ProcessPayment;
import io.stallcast.platform.event.order.PaymentCommand.RefundPayment;
import io.stallcast.platform.event.order.PaymentCommand.VoidPayment;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Notes the sagas' commands, and hands new payments over to be settled after the commit. */
@ApplicationScoped
class PaymentCommands {
  private static final Logger LOG = Logger.getLogger(PaymentCommands.class);

  private final Inbox inbox;
  private final UnitOfWork unitOfWork;
  private final Payments payments;
  private final TakingPayment taking;
  private final VoidingPayment voiding;
  private final RefundingOrder refunding;
  private final Settlement settlement;

  PaymentCommands(
      Inbox inbox,
      UnitOfWork unitOfWork,
      Payments payments,
      TakingPayment taking,
      VoidingPayment voiding,
      RefundingOrder refunding,
      Settlement settlement) {
    this.inbox = inbox;
    this.unitOfWork = unitOfWork;
    this.payments = payments;
    this.taking = taking;
    this.voiding = voiding;
    this.refunding = refunding;
    this.settlement = settlement;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.together(
        Topic.PAYMENT_COMMANDS, PaymentCommand.class, this::paymentsOf, this::apply);
  }

  @Incoming("payment-commands")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  /** By order; the orders are locked. */
  private Uni<Map<UUID, Payment>> paymentsOf(List<Envelope<PaymentCommand>> commands) {
    var orders = commands.stream().map(command -> command.data().orderId()).collect(toSet());
    return payments
        .lockOrders(orders)
        .map(found -> new HashMap<>(found.stream().collect(toMap(Payment::orderId, identity()))));
  }

  private Uni<?> apply(Envelope<PaymentCommand> envelope, Map<UUID, Payment> known) {
    return switch (envelope.data()) {
      case ProcessPayment command -> take(command, known);
      case VoidPayment command -> voiding.callOff(command);
      case RefundPayment command -> refund(command);
    };
  }

  private Uni<?> take(ProcessPayment command, Map<UUID, Payment> known) {
    var trace = Context.current();
    return taking
        .take(command, known.get(command.orderId()))
        .invoke(payment -> known.put(command.orderId(), payment))
        .invoke(payment -> unitOfWork.afterCommit(() -> settlement.beginPayment(payment, trace)));
  }

  /** There is nobody to be told of a refusal: the order asked for what cannot be. */
  private Uni<?> refund(RefundPayment command) {
    return refunding
        .refund(command)
        .onFailure(ProblemException.class)
        .recoverWithUni(refusal -> {
          LOG.warnf("Refund refused: order=%s: %s", command.orderId(), refusal.getMessage());
          return Uni.createFrom().nullItem();
        });
  }
}
