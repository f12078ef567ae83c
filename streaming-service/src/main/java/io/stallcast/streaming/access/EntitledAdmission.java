package io.stallcast.streaming.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.entitlement.Entitlement;
import io.stallcast.platform.entitlement.Entitlements;
import io.stallcast.platform.entitlement.Revocations;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.stallcast.streaming.Admission;
import io.stallcast.streaming.Pass;
import io.stallcast.streaming.Stream;
import io.stallcast.streaming.StreamingProblem;
import io.stallcast.streaming.Viewer;
import io.stallcast.streaming.access.PaymentClient.RefusedToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Admits by entitlements as this service knows them, completed by payment-service. */
@ApplicationScoped
class EntitledAdmission implements Admission {
  private static final Logger LOG = Logger.getLogger(EntitledAdmission.class);

  private final Entitlements entitlements;
  private final Revocations revocations;
  private final PaymentClient payment;
  private final AccessConfig config;

  EntitledAdmission(
      Entitlements entitlements,
      Revocations revocations,
      @RestClient PaymentClient payment,
      AccessConfig config) {
    this.entitlements = entitlements;
    this.revocations = revocations;
    this.payment = payment;
    this.config = config;
  }

  @Override
  public Uni<Pass> admit(Stream stream, Optional<Viewer> viewer) {
    var id = viewer.map(Viewer::id).orElse(null);
    return stream.access().isFree() || stream.creatorId().equals(id)
        ? Uni.createFrom().item(Pass.unconditional(stream.id(), id))
        : viewer
            .map(known -> admitEntitled(stream, known))
            .orElseGet(() -> Uni.createFrom().failure(noAccess()));
  }

  @Override
  public boolean isRevoked(Pass pass) {
    return pass.isConditional()
        && revocations.concern(pass.viewerId(), pass.productId(), pass.entitlement());
  }

  private Uni<Pass> admitEntitled(Stream stream, Viewer viewer) {
    var products = stream.access().productIds();
    return entitlements
        .held(viewer.id(), products)
        .map(held -> held.stream().findFirst().map(first -> pass(stream, first)))
        .chain(pass -> pass.isPresent() ? Uni.createFrom().item(pass.get()) : ask(stream, viewer));
  }

  private static Pass pass(Stream stream, Entitlement held) {
    return new Pass(stream.id(), held.userId(), held.productId(), held.version(), held.until());
  }

  /** The event of what was just bought may still be under way. */
  private Uni<Pass> ask(Stream stream, Viewer viewer) {
    return Multi.createFrom()
        .iterable(stream.access().productIds())
        .onItem()
        .transformToUniAndConcatenate(product -> ask(stream.id(), viewer, product))
        .toUni()
        .ifNoItem()
        .after(config.patience())
        .fail()
        .onFailure()
        .transform(EntitledAdmission::unknown)
        .onItem()
        .ifNull()
        .failWith(EntitledAdmission::noAccess);
  }

  /** Null, which a Multi leaves out, where it is not granted. */
  private Uni<Pass> ask(UUID streamId, Viewer viewer, UUID product) {
    return payment
        .access(viewer.authorization(), product)
        .map(answer ->
            answer.granted() ? new Pass(streamId, viewer.id(), product, 0, answer.until()) : null)
        .onFailure(RefusedToken.class)
        .recoverWithNull();
  }

  private static ProblemException noAccess() {
    return StreamingProblem.NO_ACCESS.because("Get one of its products to watch it.");
  }

  private static Throwable unknown(Throwable failure) {
    LOG.warnf("payment-service not asked for access: %s", failure);
    return new ProblemException(
            StandardProblem.UNAVAILABLE,
            "Whether you may watch cannot be told for now; try again in a moment.")
        .withRetryAfter(Duration.ofSeconds(2));
  }
}
