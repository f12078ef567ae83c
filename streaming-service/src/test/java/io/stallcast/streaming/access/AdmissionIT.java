package io.stallcast.streaming.access;

import static io.stallcast.platform.testing.TestEntitlements.grant;
import static io.stallcast.platform.testing.TestEntitlements.revoke;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.stallcast.platform.entitlement.Entitlement;
import io.stallcast.platform.entitlement.Entitlements;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.ProblemType;
import io.stallcast.platform.problem.StandardProblem;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestTokens;
import io.stallcast.streaming.AccessPolicy;
import io.stallcast.streaming.AccessTerms;
import io.stallcast.streaming.Admission;
import io.stallcast.streaming.Pass;
import io.stallcast.streaming.PaymentPeer;
import io.stallcast.streaming.Stream;
import io.stallcast.streaming.StreamDetails;
import io.stallcast.streaming.StreamingProblem;
import io.stallcast.streaming.Viewer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may watch, by the feed, and by a payment-service that answers, or not. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(PaymentPeer.class)
class AdmissionIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Admission admission;
  @Inject Entitlements entitlements;
  @Inject CircuitBreakerMaintenance circuits;

  private final UUID creator = UUID.randomUUID();
  private final UUID product = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final Viewer viewer = viewer(UUID.randomUUID());
  private final Stream paid = stream(AccessPolicy.PURCHASE, product, other);
  private final Stream free = stream(AccessPolicy.FREE);

  @AfterEach
  void closeTheCircuit() {
    circuits.resetAll();
  }

  // --- who needs nothing

  @Test
  void letsEverybodyWatchWhatIsFree() {
    assertThat(admit(free, null)).isEqualTo(Pass.unconditional(free.id(), null));
    assertThat(admit(free, viewer)).isEqualTo(Pass.unconditional(free.id(), viewer.id()));
  }

  @Test
  void letsACreatorWatchTheOwnStream() {
    assertThat(admit(paid, viewer(creator))).isEqualTo(Pass.unconditional(paid.id(), creator));
    assertThat(PaymentPeer.asked(product)).isZero();
  }

  @Test
  void letsNobodyAnonymousWatchWhatIsPaid() {
    assertFails(() -> admit(paid, null), StreamingProblem.NO_ACCESS);
  }

  // --- the feed

  @Test
  void letsInWhoHoldsOneOfTheProducts() {
    grant(viewer.id(), other, 3);
    awaitHeld(other);

    assertThat(admit(paid, viewer)).isEqualTo(new Pass(paid.id(), viewer.id(), other, 3, null));
    assertThat(PaymentPeer.asked(other)).isZero();
  }

  @Test
  void letsInForAsLongAsTheEntitlementThatLastsLongest() {
    var until = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
    grant(viewer.id(), product, 1, until);
    awaitHeld(product);
    assertThat(admit(paid, viewer).until()).isEqualTo(until);

    grant(viewer.id(), other, 1, until.plusSeconds(60));
    awaitHeld(other);

    assertThat(admit(paid, viewer).until()).isEqualTo(until.plusSeconds(60));
  }

  @Test
  void ignoresAnEntitlementThatIsOver() {
    grant(viewer.id(), product, 1, Instant.now().minusSeconds(1));
    grant(viewer.id(), other, 1);
    awaitHeld(other);

    assertThat(admit(paid, viewer).productId()).isEqualTo(other);
  }

  @Test
  void ignoresAnOlderStateThatComesLate() {
    revoke(viewer.id(), product, 2);
    grant(viewer.id(), product, 1);
    grant(viewer.id(), other, 1);
    awaitHeld(other);

    assertThat(held(product)).isEmpty();
  }

  @Test
  void knowsThatAPassWasRevokedAndGrantedAnew() {
    grant(viewer.id(), product, 1);
    awaitHeld(product);
    var before = admit(paid, viewer);
    assertThat(admission.isRevoked(before)).isFalse();

    revoke(viewer.id(), product, 2);
    await().atMost(PATIENCE).until(() -> admission.isRevoked(before));
    assertFails(() -> admit(paid, viewer), StreamingProblem.NO_ACCESS);

    grant(viewer.id(), product, 3);
    awaitHeld(product);
    assertThat(admission.isRevoked(admit(paid, viewer))).isFalse();
  }

  // --- payment-service

  @Test
  void asksForWhatIsNotKnownYet() {
    PaymentPeer.grant(product);

    assertThat(admit(paid, viewer)).isEqualTo(new Pass(paid.id(), viewer.id(), product, 0, null));
    assertThat(PaymentPeer.asked(other)).isZero();
  }

  @Test
  void takesNoForAnAnswer() {
    assertFails(() -> admit(paid, viewer), StreamingProblem.NO_ACCESS);
    assertThat(PaymentPeer.asked(product)).isEqualTo(1);
    assertThat(PaymentPeer.asked(other)).isEqualTo(1);
  }

  @Test
  void takesARefusedTokenForANo() {
    PaymentPeer.behave(product, PaymentPeer::refuse);
    PaymentPeer.behave(other, PaymentPeer::refuse);

    for (int i = 0; i < 10; i++) {
      assertFails(() -> admit(paid, viewer), StreamingProblem.NO_ACCESS);
    }
    assertThat(circuits.currentState(PaymentClient.CIRCUIT)).isEqualTo(CircuitBreakerState.CLOSED);
  }

  @Test
  void keepsAPaidStreamClosedWhereNobodyCanTell() {
    PaymentPeer.behave(product, PaymentPeer::fail);

    assertFails(() -> admit(paid, viewer), StandardProblem.UNAVAILABLE);
    assertThat(PaymentPeer.asked(product)).isEqualTo(3);
    assertThat(admit(free, viewer)).isNotNull();
  }

  @Test
  void waitsForNobody() {
    PaymentPeer.behave(product, PaymentPeer::hang);

    var asked = System.nanoTime();
    assertFails(() -> admit(paid, viewer), StandardProblem.UNAVAILABLE);
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void asksNoMoreOnceTheCircuitIsOpen() {
    PaymentPeer.behave(product, PaymentPeer::fail);

    await()
        .atMost(PATIENCE)
        .until(() -> {
          assertFails(() -> admit(paid, viewer), StandardProblem.UNAVAILABLE);
          return circuits.currentState(PaymentClient.CIRCUIT) == CircuitBreakerState.OPEN;
        });
    var asked = PaymentPeer.asked(product);
    assertFails(() -> admit(paid, viewer), StandardProblem.UNAVAILABLE);
    assertThat(PaymentPeer.asked(product)).isEqualTo(asked);
  }

  private Pass admit(Stream stream, Viewer who) {
    return admission.admit(stream, Optional.ofNullable(who)).await().atMost(PATIENCE);
  }

  private void awaitHeld(UUID wanted) {
    await().atMost(PATIENCE).until(() -> !held(wanted).isEmpty());
  }

  private List<Entitlement> held(UUID wanted) {
    return entitlements.held(viewer.id(), List.of(wanted)).await().atMost(PATIENCE);
  }

  private Stream stream(AccessPolicy policy, UUID... products) {
    var access = new AccessTerms(policy, List.of(products));
    var details = new StreamDetails("Knots", "", null, null, null, access);
    return Stream.schedule(UUID.randomUUID(), creator, details, Instant.now());
  }

  private static Viewer viewer(UUID id) {
    return new Viewer(id, "Bearer " + TestTokens.of(id, "buyer"));
  }

  private static void assertFails(ThrowingCallable admitting, ProblemType type) {
    assertThatThrownBy(admitting)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(type));
  }
}
