package io.stallcast.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.AccessCommand.GrantAccess;
import io.stallcast.platform.event.order.AccessCommand.RevokeAccess;
import io.stallcast.platform.event.order.Correlation;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.event.order.PaymentCommand.ProcessPayment;
import io.stallcast.platform.event.order.PaymentCommand.RefundPayment;
import io.stallcast.platform.event.order.PaymentCommand.VoidPayment;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.event.order.SagaStep;
import io.stallcast.platform.event.payment.PaymentEvent;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TestTokens;
import io.stallcast.platform.testing.TopicProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One order's way through payment-service, as its saga and its buyer see it. */
public class Purchase {
  public static final Duration IN_TIME = Duration.ofSeconds(45);

  private final UUID orderId = Identifiers.next();
  private final UUID sagaId = Identifiers.next();
  private final UUID buyerId;
  private final List<OrderLine> lines;

  private Purchase(UUID buyerId, List<OrderLine> lines) {
    this.buyerId = buyerId;
    this.lines = lines;
  }

  /** Two lines of two creators, 30.00 EUR in all. */
  public static Purchase ofTwoLines() {
    return new Purchase(Identifiers.next(), List.of(line(1, 1000), line(2, 1000)));
  }

  public static Purchase of(UUID buyerId, OrderLine... lines) {
    return new Purchase(buyerId, List.of(lines));
  }

  public static OrderLine line(int quantity, long unitPrice) {
    return new OrderLine(
        Identifiers.next(), 1, Identifiers.next(), "Course", "course", quantity, eur(unitPrice));
  }

  public static Money eur(long amount) {
    return new Money(amount, "EUR");
  }

  public UUID orderId() {
    return orderId;
  }

  public UUID buyerId() {
    return buyerId;
  }

  public List<OrderLine> lines() {
    return lines;
  }

  public Money total() {
    return lines.stream().map(OrderLine::total).reduce(eur(0), Money::plus);
  }

  public Correlation correlation(int attempt) {
    return new Correlation(sagaId, SagaStep.PROCESS_PAYMENT, attempt);
  }

  public ProcessPayment processCommand(String card, int attempt) {
    return new ProcessPayment(correlation(attempt), orderId, buyerId, total(), card, lines);
  }

  public Purchase process(String card) {
    return process(card, 1);
  }

  public Purchase process(String card, int attempt) {
    TestEvents.send(Topic.PAYMENT_COMMANDS, orderId, 0, processCommand(card, attempt));
    return this;
  }

  /** Pays with a good card and waits for it. */
  public Purchase paid() {
    process("tok_visa").awaitStatus("succeeded");
    return this;
  }

  public Purchase callOff() {
    TestEvents.send(Topic.PAYMENT_COMMANDS, orderId, 0, new VoidPayment(correlation(1), orderId));
    return this;
  }

  public Purchase refund(UUID refundId, Money amount) {
    TestEvents.send(
        Topic.PAYMENT_COMMANDS,
        orderId,
        0,
        new RefundPayment(null, orderId, refundId, amount, "returned"));
    return this;
  }

  public Purchase grant() {
    var correlation = new Correlation(sagaId, SagaStep.GRANT_ACCESS, 1);
    TestEvents.send(
        Topic.ACCESS_COMMANDS, orderId, 0, new GrantAccess(correlation, orderId, buyerId, lines));
    return this;
  }

  public Purchase revoke() {
    var correlation = new Correlation(sagaId, SagaStep.GRANT_ACCESS, 2);
    TestEvents.send(Topic.ACCESS_COMMANDS, orderId, 0, new RevokeAccess(correlation, orderId));
    return this;
  }

  public <T extends SagaReply> T awaitReply(Class<T> type) {
    return TopicProbe.on(Topic.SAGA_REPLIES).await(type, orderId).data();
  }

  public List<SagaReply> replies() {
    return TopicProbe.on(Topic.SAGA_REPLIES).seen(SagaReply.class).stream()
        .map(Envelope::data)
        .filter(reply -> reply.orderId().equals(orderId))
        .toList();
  }

  public <T extends PaymentEvent> T awaitEvent(Class<T> type) {
    return TopicProbe.on(Topic.PAYMENT_EVENTS).await(type, paymentId()).data();
  }

  public void awaitStatus(String status) {
    await().atMost(IN_TIME).untilAsserted(() -> assertThat(status()).isEqualTo(status));
  }

  public String status() {
    return payment().getString("items[0].status");
  }

  public String paymentId() {
    return payment().getString("items[0].id");
  }

  /** The first page of payments of this order, as an admin sees it. */
  public JsonPath payment() {
    return asAdmin()
        .queryParam("orderId", orderId)
        .get("/api/v1/payments")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** What the provider has of this payment: a list of one charge, or none. */
  public JsonPath charges() {
    return new JsonPath(ProviderProcess.get("/v1/charges?idempotency_key=" + paymentId()));
  }

  /** What the provider holds of the buyer's money. */
  public long charged() {
    return charges().<Map<String, Object>>getList("items").stream()
        .filter(charge -> "succeeded".equals(charge.get("status")))
        .mapToLong(charge -> amount(charge) - refunded(charge))
        .sum();
  }

  private static long refunded(Map<String, Object> charge) {
    var refunds = (List<?>) charge.get("refunds");
    return refunds.stream().mapToLong(refund -> amount((Map<?, ?>) refund)).sum();
  }

  private static long amount(Map<?, ?> money) {
    return ((Number) money.get("amount")).longValue();
  }

  public RequestSpecification asBuyer() {
    return as(buyerId, Role.BUYER);
  }

  public static RequestSpecification asAdmin() {
    return as(Identifiers.next(), Role.ADMIN);
  }

  public static RequestSpecification as(UUID user, String... roles) {
    return given()
        .header("Authorization", "Bearer " + TestTokens.of(user, roles))
        .contentType("application/json");
  }

  /** Fails unless the books are balanced and agree with the payments. */
  public static void assertBooksBalance() {
    var books =
        asAdmin().get("/api/v1/ledger/trial-balance").then().statusCode(200).extract().jsonPath();
    var currencies = books.getList("items", Map.class).size();
    for (var i = 0; i < currencies; i++) {
      var row = "items[" + i + "].";
      assertThat(books.getLong(row + "balance")).isZero();
      assertThat(books.getLong(row + "cash"))
          .isEqualTo(books.getLong(row + "charged") - books.getLong(row + "refunded"));
    }
  }
}
