package io.stallcast.payment;

import io.stallcast.payment.PaymentState.Challenged;
import io.stallcast.payment.PaymentState.Open;
import io.stallcast.payment.PaymentState.Paid;
import io.stallcast.payment.PaymentState.Pending;
import io.stallcast.payment.PaymentState.Succeeded;
import io.stallcast.payment.PaymentState.Voided;
import io.stallcast.platform.event.order.Correlation;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.event.order.PaymentCommand.ProcessPayment;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.money.Money;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is paid for an order. Changed only while its row is locked, by {@link Payments#lock}: two
 * that learn the same outcome record it one after the other, and the second finds it recorded.
 */
@Entity
public class Payment {
  /** Failure of a payment whose order came to nothing. */
  public static final String VOIDED = "payment_voided";

  @Id private UUID id;
  private UUID orderId;
  private UUID buyerId;
  private long amount;
  private String currency;
  private String token;

  @Convert(converter = JsonColumn.Lines.class)
  private List<OrderLine> lines;

  @Embedded private StoredState stored = new StoredState();
  private long captured;
  private long reserved;
  private boolean voidWanted;
  private String closingCode;
  private int tries;

  @Convert(converter = JsonColumn.Question.class)
  private Correlation processCorrelation;

  @Convert(converter = JsonColumn.Question.class)
  private Correlation voidCorrelation;

  private long version;
  private Instant createdAt;
  private Instant changedAt;

  protected Payment() {}

  private Payment(UUID orderId, List<OrderLine> lines, PaymentState first, Instant now) {
    this.id = Identifiers.next();
    this.orderId = orderId;
    this.lines = lines;
    this.createdAt = now;
    become(first, now);
  }

  /** The payment that a command asks for. */
  public static Payment pending(ProcessPayment command, Instant now) {
    var payment = new Payment(command.orderId(), command.lines(), new Pending(), now);
    payment.buyerId = command.buyerId();
    payment.amount = command.amount().amount();
    payment.currency = command.amount().currency();
    payment.token = command.paymentToken();
    payment.processCorrelation = command.correlation();
    return payment;
  }

  /** The tombstone that refuses a command which comes too late. */
  public static Payment neverToBe(UUID orderId, Instant now) {
    return new Payment(orderId, List.of(), new Voided(null, 0), now);
  }

  /** Where it stands. */
  public PaymentState state() {
    return stored.read();
  }

  /** Whether the provider has still to decide. */
  public boolean isOpen() {
    return state() instanceof Open;
  }

  /** Why the provider should close it rather than charge it; empty while it may be charged. */
  public Optional<String> closing(Instant now) {
    if (voidWanted) {
      return Optional.of(VOIDED);
    }
    if (closingCode == null && state() instanceof Challenged c && !now.isBefore(c.expiresAt())) {
      return Optional.of("challenge_expired");
    }
    return Optional.ofNullable(closingCode);
  }

  /** From now on it is closed, not charged; the first reason stays. */
  public void giveUp(String code) {
    closingCode = closingCode == null ? code : closingCode;
  }

  /** Counts a try that told nothing. */
  public int triedInVain() {
    return ++tries;
  }

  public void succeed(String newChargeId, Instant now) {
    become(open().succeed(newChargeId), now);
  }

  public void fail(String code, String detail, Instant now) {
    become(open().fail(code, detail), now);
  }

  public void close(Instant now) {
    become(open().close(), now);
  }

  public void challenge(String newChargeId, String url, Instant expiresAt, Instant now) {
    if (state() instanceof Pending pending) {
      become(pending.challenge(newChargeId, url, expiresAt), now);
    }
  }

  /** Holds money back for a refund that is under way. */
  public void reserve(long refund) {
    if (refund <= 0 || refund > refundable()) {
      throw new IllegalArgumentException("cannot reserve " + refund + " of " + refundable());
    }
    reserved += refund;
  }

  /** The provider refused the refund. */
  public void release(long refund) {
    reserved -= refund;
  }

  /** The provider gave the money of a refund back. */
  public void refund(long given, Instant now) {
    if (!(state() instanceof Paid paid)) {
      throw new IllegalStateException(id + " is " + state().status());
    }
    become(paid.refund(given, captured, voidWanted), now);
  }

  /** Remembers the newest asking, which is the one to be answered. */
  public void askedToProcess(Correlation correlation) {
    processCorrelation = correlation == null ? processCorrelation : correlation;
  }

  /** The order came to nothing; whatever was or will be charged goes back. */
  public void askedToVoid(Correlation correlation) {
    voidWanted = true;
    voidCorrelation = correlation == null ? voidCorrelation : correlation;
  }

  private Open open() {
    if (state() instanceof Open open) {
      return open;
    }
    throw new IllegalStateException(id + " is " + state().status());
  }

  private void become(PaymentState next, Instant now) {
    stored.write(next);
    version++;
    changedAt = now;
    if (next instanceof Succeeded) {
      captured = amount;
    }
    if (!(next instanceof Open)) {
      token = null;
    }
  }

  public UUID id() {
    return id;
  }

  public UUID orderId() {
    return orderId;
  }

  /** Who pays; null for a tombstone. */
  public UUID buyerId() {
    return buyerId;
  }

  /** What is paid; not for a tombstone. */
  public Money amount() {
    return new Money(amount, currency);
  }

  /** What was given back. */
  public Money refunded() {
    return new Money(stored.refunded(), currency);
  }

  /** What further refunds can still give back. */
  public long refundable() {
    return captured - reserved;
  }

  /** The card; null once it is not needed any more. */
  public String token() {
    return token;
  }

  public List<OrderLine> lines() {
    return lines;
  }

  /** The provider's name for it; null where there is none. */
  public String chargeId() {
    return stored.chargeId();
  }

  public boolean voidWanted() {
    return voidWanted;
  }

  /** The saga's question to be answered; null where no saga asked. */
  public Correlation processCorrelation() {
    return processCorrelation;
  }

  /** The saga's wish to be confirmed; null where no saga has it. */
  public Correlation voidCorrelation() {
    return voidCorrelation;
  }

  public long version() {
    return version;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When it came to its present state. */
  public Instant changedAt() {
    return changedAt;
  }
}
