package io.stallcast.testprovider.charging;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.stallcast.testprovider.Charge;
import io.stallcast.testprovider.ProviderException;
import io.stallcast.testprovider.Refund;
import io.stallcast.testprovider.TestCard;
import io.stallcast.testprovider.store.ProviderStore;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** The API that merchants charge and refund through. */
@Path("/v1/charges")
class ChargesResource {
  private static final int MOST = 1000;

  private final Charging charging;
  private final Refunding refunding;
  private final ProviderStore store;

  ChargesResource(Charging charging, Refunding refunding, ProviderStore store) {
    this.charging = charging;
    this.refunding = refunding;
    this.store = store;
  }

  /**
   * @param amount null for all that is left
   */
  @RegisterForReflection
  record RefundRequest(Long amount) {}

  @RegisterForReflection
  record CloseRequest(@JsonProperty("idempotency_key") String idempotencyKey) {}

  @POST
  @ResponseStatus(201)
  public Uni<Charge> charge(
      @HeaderParam("Idempotency-Key") String key, ChargeRequest request, HttpServerRequest http) {
    requireKey(key);
    request.check();
    var charge = charging.charge(key, request);
    return request.card() == TestCard.LOST ? charge.chain(() -> loseAnswer(http)) : charge;
  }

  /** Closes a key for good: answers the charge made under it, or one that never will be. */
  @POST
  @Path("/close")
  public Uni<Charge> close(CloseRequest request) {
    requireKey(request.idempotencyKey());
    return charging.close(request.idempotencyKey());
  }

  @POST
  @Path("/{id}/refunds")
  @ResponseStatus(201)
  public Uni<Refund> refund(
      @RestPath String id, @HeaderParam("Idempotency-Key") String key, RefundRequest request) {
    requireKey(key);
    return refunding.refund(id, key, request == null ? null : request.amount());
  }

  @GET
  @Path("/{id}")
  public Uni<Charge> get(@RestPath String id) {
    return store.read(() -> store.charge(id).orElseThrow(ProviderException::notFound));
  }

  @GET
  public Uni<ChargePage> list(
      @QueryParam("idempotency_key") String key,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    var size = Math.clamp(limit, 1, MOST);
    return store.read(() ->
        key == null
            ? ChargePage.of(store.chargesAfter(cursor, size + 1), size)
            : ChargePage.of(store.use(key).flatMap(use -> store.charge(use.answer().id()))));
  }

  private static Uni<Charge> loseAnswer(HttpServerRequest http) {
    return Uni.createFrom()
        .<Charge>nothing()
        .onSubscription()
        .invoke(() -> http.connection().close());
  }

  private static void requireKey(String key) {
    if (key == null || key.isBlank()) {
      throw new ProviderException(400, "idempotency_key_required", "Send an Idempotency-Key.");
    }
  }
}
