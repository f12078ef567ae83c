package io.stallcast.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Judges tokens, and remembers the good ones until they expire. Safe for use by several threads.
 */
@Singleton
class Tokens {
  private final SigningKeys keys;
  private final JWTParser parser;
  private final Clock clock;
  private final Cache<String, Verified> verified;

  Tokens(TokenConfig config, SigningKeys keys, JWTParser parser, Clock clock) {
    this.keys = keys;
    this.parser = parser;
    this.clock = clock;
    this.verified = Caffeine.newBuilder().maximumSize(config.remembered()).build();
  }

  private record Verified(String subject, Instant expires) {}

  /** What is known of a token. */
  sealed interface Verdict {
    /** It is the issuer's, and of this user. */
    record Valid(String subject) implements Verdict {}

    /** It is expired, forged, or no token at all. */
    record Invalid() implements Verdict {}

    /** Nobody can tell: the issuer's keys cannot be had. */
    record Unknown() implements Verdict {}
  }

  /** Never fails. */
  Future<Verdict> judge(String token) {
    Verified known = verified.getIfPresent(token);
    if (known != null && clock.instant().isBefore(known.expires())) {
      return Future.succeededFuture(new Verdict.Valid(known.subject()));
    }
    return keyId(token)
        .map(id -> keys.find(id).map(key -> verify(token, key)).otherwise(new Verdict.Unknown()))
        .orElseGet(() -> Future.succeededFuture(new Verdict.Invalid()));
  }

  private Verdict verify(String token, Optional<PublicKey> key) {
    if (key.isEmpty()) {
      return new Verdict.Invalid();
    }
    try {
      JsonWebToken claims = parser.verify(token, key.get());
      Instant expires = Instant.ofEpochSecond(claims.getExpirationTime());
      verified.put(token, new Verified(claims.getSubject(), expires));
      return new Verdict.Valid(claims.getSubject());
    } catch (ParseException e) {
      return new Verdict.Invalid();
    }
  }

  private static Optional<String> keyId(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      byte[] header = Base64.getUrlDecoder().decode(token.substring(0, dot));
      JsonObject fields = new JsonObject(new String(header, StandardCharsets.UTF_8));
      return Optional.ofNullable(fields.getString("kid"));
    } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
      return Optional.empty();
    }
  }
}
