package io.stallcast.auth.key;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import io.stallcast.auth.AuthConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.Key;
import java.time.Clock;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies tokens with the keys in memory, where other services fetch them: the issuer would ask
 * itself over HTTP.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class OwnTokens extends JWTCallerPrincipalFactory {
  private static final AlgorithmConstraints RS256 =
      new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);

  private final CurrentKeys keys;
  private final AuthConfig config;
  private final Clock clock;

  OwnTokens(CurrentKeys keys, AuthConfig config, Clock clock) {
    this.keys = keys;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
    try {
      JwtClaims claims = verifier().processToClaims(token);
      claims.setStringClaim("raw_token", token);
      return new DefaultJWTCallerPrincipal(token, "JWT", claims);
    } catch (InvalidJwtException e) {
      throw new ParseException("The token is not valid", e);
    }
  }

  private JwtConsumer verifier() {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(RS256)
        .setVerificationKeyResolver(this::key)
        .setExpectedIssuer(config.issuer())
        .setRequireSubject()
        .setRequireExpirationTime()
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
        .setSkipDefaultAudienceValidation()
        .build();
  }

  private Key key(JsonWebSignature token, List<JsonWebStructure> nesting)
      throws UnresolvableKeyException {
    return keys.ring()
        .withId(token.getKeyIdHeaderValue())
        .map(SigningKey::publicKey)
        .orElseThrow(() -> new UnresolvableKeyException("No key of that id"));
  }
}
