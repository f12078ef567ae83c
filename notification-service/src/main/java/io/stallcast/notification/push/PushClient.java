package io.stallcast.notification.push;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.header.TTL;
import com.zerodeplibs.webpush.header.Urgency;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Calls push services: each behind a circuit of its own, none longer than patience lasts. */
@ApplicationScoped
class PushClient {
  private static final Duration TOKEN_LIFETIME = Duration.ofHours(12);
  private static final Duration OF_THE_MOMENT = Duration.ofHours(1);
  private static final Set<Integer> ENDED = Set.of(404, 410);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,5}");

  private final Map<PushService, Guard> guards = new ConcurrentHashMap<>();
  private final PushMessages messages;
  private final PushServices services;
  private final PushKeys keys;
  private final PushConfig config;
  private final HttpClient http;
  private final Clock clock;

  PushClient(
      PushMessages messages,
      PushServices services,
      PushKeys keys,
      PushConfig config,
      Vertx vertx,
      Clock clock) {
    this.messages = messages;
    this.services = services;
    this.keys = keys;
    this.config = config;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) config.patience().toMillis())
                .setIdleTimeout((int) config.patience().multipliedBy(2).toSeconds()));
    this.clock = clock;
  }

  /**
   * Sends a push.
   *
   * @return fails where another try may succeed; after a timeout the push service may have taken it
   *     all the same
   */
  Uni<Outcome> send(Push push) {
    return Uni.createFrom()
        .item(() -> services.of(push.subscription().endpoint()))
        .chain(service ->
            service
                .map(known -> send(push, known))
                .orElseGet(() -> Uni.createFrom().item(Outcome.REFUSED)));
  }

  private Uni<Outcome> send(Push push, PushService service) {
    return Uni.createFrom()
        .item(() -> messages.write(push))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(message ->
            Uni.createFrom()
                .completionStage(() ->
                    guard(service)
                        .get(
                            () -> exchange(push, message),
                            new TypeLiteral<CompletionStage<Outcome>>() {})));
  }

  private CompletionStage<Outcome> exchange(Push push, EncryptedPushMessage message) {
    return http.request(request(push, message))
        .compose(request -> request.send(Buffer.buffer(message.toBytes())))
        .compose(answer -> answer.end().map(end -> outcome(answer)))
        .toCompletionStage();
  }

  private RequestOptions request(Push push, EncryptedPushMessage message) {
    var endpoint = push.subscription().endpoint();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setAbsoluteURI(endpoint.toString())
        .setTimeout(config.patience().toMillis())
        .putHeader("Authorization", authorization(PushService.originOf(endpoint)))
        .putHeader("Content-Type", message.mediaType())
        .putHeader("Content-Encoding", message.contentEncoding())
        .putHeader(TTL.HEADER_NAME, Long.toString(timeToLive(push).toSeconds()))
        .putHeader(Urgency.HEADER_NAME, Urgency.normal());
  }

  private Duration timeToLive(Push push) {
    return push.occasion().kind().isOfTheMoment() ? OF_THE_MOMENT : config.timeToLive();
  }

  private String authorization(String origin) {
    var claims =
        VAPIDJWTParam.getBuilder()
            .resourceURLString(origin)
            .expirationTime(clock.instant().plus(TOKEN_LIFETIME))
            .subject(config.contact())
            .build();
    return keys.pair().orElseThrow().generateAuthorizationHeaderValue(claims);
  }

  private static Outcome outcome(HttpClientResponse answer) {
    var status = answer.statusCode();
    if (status == TOO_MANY_REQUESTS || status >= 500) {
      throw new BusyException(status, pause(answer.getHeader("Retry-After")));
    }
    if (ENDED.contains(status)) {
      return Outcome.ENDED;
    }
    return status < 300 ? Outcome.SENT : Outcome.REFUSED;
  }

  /** Seconds; push services say no dates. */
  private static Duration pause(String retryAfter) {
    return retryAfter != null && SECONDS.matcher(retryAfter).matches()
        ? Duration.ofSeconds(Long.parseLong(retryAfter))
        : Duration.ZERO;
  }

  private Guard guard(PushService service) {
    return guards.computeIfAbsent(service, this::newGuard);
  }

  private Guard newGuard(PushService service) {
    return Guard.create()
        .withDescription("push service " + service.origin())
        .withTimeout()
        .duration(config.patience().toMillis(), ChronoUnit.MILLIS)
        .done()
        .withCircuitBreaker()
        .requestVolumeThreshold(10)
        .failureRatio(0.5)
        .delay(config.recovery().toMillis(), ChronoUnit.MILLIS)
        .done()
        .build();
  }

  @PreDestroy
  void close() {
    http.close();
  }
}
