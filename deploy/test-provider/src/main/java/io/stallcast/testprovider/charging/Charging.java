package io.stallcast.testprovider.charging;

import io.smallrye.mutiny.Uni;
import io.stallcast.testprovider.Charge;
import io.stallcast.testprovider.ChargeStatus;
import io.stallcast.testprovider.ProviderConfig;
import io.stallcast.testprovider.ProviderException;
import io.stallcast.testprovider.store.KeyUse;
import io.stallcast.testprovider.store.ProviderStore;
import io.stallcast.testprovider.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Takes money, or doesn't, as the card has it. */
@ApplicationScoped
class Charging {
  private final ProviderStore store;
  private final Webhooks webhooks;
  private final ProviderConfig config;

  Charging(ProviderStore store, Webhooks webhooks, ProviderConfig config) {
    this.store = store;
    this.webhooks = webhooks;
    this.config = config;
  }

  Uni<Charge> charge(String key, ChargeRequest request) {
    return store
        .read(() -> store.use(key))
        .chain(used ->
            used.isPresent()
                ? Uni.createFrom().item(() -> replay(used.get(), request))
                : act(key, request));
  }

  /** Sees to it that the key is never charged; if it has been, this changes nothing. */
  Uni<Charge> close(String key) {
    return store.change(() ->
        store
            .use(key)
            .flatMap(use -> store.charge(use.answer().id()))
            .map(this::cancelled)
            .orElseGet(() -> tombstone(key)));
  }

  private Uni<Charge> act(String key, ChargeRequest request) {
    return switch (request.card()) {
      case ERROR ->
          Uni.createFrom()
              .failure(new ProviderException(500, "internal_error", "Something broke here."));
      case TIMEOUT -> Uni.createFrom().nothing();
      case SLOW ->
          decide(key, request)
              .onSubscription()
              .call(() -> Uni.createFrom().voidItem().onItem().delayIt().by(config.slowness()));
      case VISA, DECLINED, INSUFFICIENT_FUNDS, LOST, CHALLENGE -> decide(key, request);
    };
  }

  private Uni<Charge> decide(String key, ChargeRequest request) {
    return store.change(
        () -> store.use(key).map(use -> replay(use, request)).orElseGet(() -> make(key, request)));
  }

  private Charge make(String key, ChargeRequest request) {
    var charge =
        request.toCharge(ProviderStore.newId("ch_"), key, config.publicUrl(), Instant.now());
    store.put(charge);
    store.put(key, new KeyUse(request.fingerprint(), charge));
    webhooks.tell(charge);
    return charge;
  }

  private static Charge replay(KeyUse use, ChargeRequest request) {
    if (use.fingerprint() != null && !use.fingerprint().equals(request.fingerprint())) {
      throw new ProviderException(
          422, "idempotency_key_reused", "The key was used for another charge.");
    }
    return use.answer();
  }

  private Charge cancelled(Charge charge) {
    if (charge.status() != ChargeStatus.REQUIRES_CHALLENGE) {
      return charge;
    }
    var cancelled = charge.with(ChargeStatus.CANCELLED, null);
    store.put(cancelled);
    webhooks.tell(cancelled);
    return cancelled;
  }

  private Charge tombstone(String key) {
    var closed = Charge.closed(ProviderStore.newId("ch_"), key, Instant.now());
    store.put(closed);
    store.put(key, new KeyUse(null, closed));
    return closed;
  }
}
