package io.stallcast.notification.push;

import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** What a person can do with their subscriptions. */
@ApplicationScoped
class OwnSubscriptions {
  private static final int AUTH_SIZE = 16;

  private final Subscriptions subscriptions;
  private final PushServices services;
  private final PushKeys keys;
  private final PushConfig config;
  private final UnitOfWork unitOfWork;

  OwnSubscriptions(
      Subscriptions subscriptions,
      PushServices services,
      PushKeys keys,
      PushConfig config,
      UnitOfWork unitOfWork) {
    this.subscriptions = subscriptions;
    this.services = services;
    this.keys = keys;
    this.config = config;
    this.unitOfWork = unitOfWork;
  }

  /** Fails with a 404 problem where there is no web push. */
  PushKeyView key() {
    return keys.publicKey()
        .map(PushKeyView::new)
        .orElseThrow(() -> PushProblem.PUSH_OFF.because("The operator has set no keys for it."));
  }

  /** Adds it, or renews it; fails with a problem where nothing can be pushed to it. */
  Uni<SubscriptionView> add(UUID recipientId, Subscribe request) {
    key();
    requireService(request.endpoint());
    requireKeys(request.keys());
    var subscription = request.of(recipientId);
    return unitOfWork.commit(() ->
        subscriptions
            .put(subscription)
            .call(() -> subscriptions.makeRoom(recipientId, config.perPerson()))
            .chain(id -> subscriptions.view(recipientId).map(views -> one(id, views))));
  }

  Uni<List<SubscriptionView>> list(UUID recipientId) {
    return unitOfWork.read(() -> subscriptions.view(recipientId));
  }

  /** Fails with a 404 problem where it is not one of theirs. */
  Uni<Void> end(UUID id, UUID recipientId) {
    return unitOfWork
        .commit(() -> subscriptions.delete(id, recipientId))
        .invoke(OwnSubscriptions::requireFound)
        .replaceWithVoid();
  }

  private void requireService(String endpoint) {
    if (services.of(address(endpoint)).isEmpty()) {
      throw PushProblem.UNKNOWN_PUSH_SERVICE.because(
          "Messages are sent to the push services of known browsers only.");
    }
  }

  private static URI address(String endpoint) {
    try {
      return URI.create(endpoint);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("endpoint", "is not an address");
    }
  }

  private static void requireKeys(Subscribe.Keys keys) {
    if (!areKeys(keys)) {
      throw ProblemException.invalid("keys", "are not those of a browser");
    }
  }

  private static boolean areKeys(Subscribe.Keys keys) {
    try {
      UserAgentMessageEncryptionKeyInfo.of(keys.p256dh(), keys.auth());
      return Base64.getUrlDecoder().decode(keys.auth()).length == AUTH_SIZE;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static SubscriptionView one(UUID id, List<SubscriptionView> views) {
    return views.stream().filter(view -> view.id().equals(id)).findFirst().orElseThrow();
  }

  private static void requireFound(boolean found) {
    if (!found) {
      throw ProblemException.notFound("subscription");
    }
  }
}
