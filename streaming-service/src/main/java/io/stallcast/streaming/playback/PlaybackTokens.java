package io.stallcast.streaming.playback;

import io.stallcast.streaming.Pass;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * Passes as signed texts that fit into a path: JWTs (RFC 7519) whose audience is the stream. Safe
 * for use by several threads.
 */
@ApplicationScoped
class PlaybackTokens {
  private static final String ENTITLEMENT = "ent";
  private static final String PRODUCT = "prd";
  private static final String TYPE = "playback+jwt";

  private final SigningKey key;
  private final PlaybackConfig config;
  private final Clock clock;

  PlaybackTokens(SigningKey key, PlaybackConfig config, Clock clock) {
    this.key = key;
    this.config = config;
    this.clock = clock;
  }

  PlaybackToken sign(Pass pass) {
    var expiresAt = expiry(pass);
    return new PlaybackToken(sign(claims(pass, expiresAt)), expiresAt, pass.streamId());
  }

  /** The pass behind a token; empty where it is forged, for another stream, or over. */
  Optional<Pass> verify(UUID streamId, String token) {
    try {
      return Optional.of(pass(streamId, consumer(streamId).processToClaims(token)));
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Instant expiry(Pass pass) {
    var latest = clock.instant().plus(config.tokenLifetime());
    var end = pass.until() == null || pass.until().isAfter(latest) ? latest : pass.until();
    return end.truncatedTo(ChronoUnit.SECONDS);
  }

  private static JwtClaims claims(Pass pass, Instant expiresAt) {
    var claims = new JwtClaims();
    claims.setAudience(pass.streamId().toString());
    claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
    if (pass.viewerId() != null) {
      claims.setSubject(pass.viewerId().toString());
    }
    if (pass.isConditional()) {
      claims.setStringClaim(PRODUCT, pass.productId().toString());
      claims.setClaim(ENTITLEMENT, pass.entitlement());
    }
    return claims;
  }

  private String sign(JwtClaims claims) {
    var signature = new JsonWebSignature();
    signature.setHeader("typ", TYPE);
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    signature.setKey(key.get());
    signature.setPayload(claims.toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }

  private JwtConsumer consumer(UUID streamId) {
    return new JwtConsumerBuilder()
        .setVerificationKey(key.get())
        .setJwsAlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
        .setExpectedType(true, TYPE)
        .setExpectedAudience(streamId.toString())
        .setRequireExpirationTime()
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
        .build();
  }

  private static Pass pass(UUID streamId, JwtClaims claims) throws MalformedClaimException {
    var product = uuid(claims.getStringClaimValue(PRODUCT));
    var entitlement = claims.getClaimValue(ENTITLEMENT, Long.class);
    return new Pass(
        streamId,
        uuid(claims.getSubject()),
        product,
        entitlement == null ? 0 : entitlement,
        Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
  }

  private static UUID uuid(String text) {
    return text == null ? null : UUID.fromString(text);
  }
}
