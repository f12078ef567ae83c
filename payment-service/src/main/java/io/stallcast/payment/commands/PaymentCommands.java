package io.stallcast.payment.commands;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.Settlement;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.order.PaymentCommand;
import io.stallcast.platform.event.order.PaymentCommand.ProcessPayment;
import io.stallcast.platform.event.order.PaymentCommand.RefundPayment;
import io.stallcast.platform.event.order.PaymentCommand.VoidPayment;
import io.stallcast.platform.inbox.Inbox;
import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Notes the sagas' commands, and hands new payments over to be settled after the commit. */
@ApplicationScoped
class PaymentCommands {
  private static final Logger LOG = Logger.getLogger(PaymentCommands.class);

  private final Inbox inbox;
  private final TakingPayment taking;
  private final VoidingPayment voiding;
  private final RefundingOrder refunding;
  private final Settlement settlement;

  PaymentCommands(
      Inbox inbox,
      TakingPayment taking,
      VoidingPayment voiding,
      RefundingOrder refunding,
      Settlement settlement) {
    this.inbox = inbox;
    this.taking = taking;
    this.voiding = voiding;
    this.refunding = refunding;
    this.settlement = settlement;
  }

  @Incoming("payment-commands")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    var begun = new ConcurrentLinkedQueue<Runnable>();
    return inbox
        .each(records, PaymentCommand.class, command -> apply(command, begun))
        .invoke(() -> begun.forEach(Runnable::run));
  }

  private Uni<?> apply(Envelope<PaymentCommand> envelope, Queue<Runnable> begun) {
    return switch (envelope.data()) {
      case ProcessPayment command -> take(command, begun);
      case VoidPayment command -> voiding.callOff(command);
      case RefundPayment command -> refund(command);
    };
  }

  private Uni<?> take(ProcessPayment command, Queue<Runnable> begun) {
    var trace = Context.current();
    return taking
        .take(command)
        .invoke(payment -> begun.add(() -> settlement.beginPayment(payment.id(), trace)));
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
