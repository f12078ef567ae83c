package io.stallcast.auth.key;

import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;

/**
 * A key pair.
 *
 * @param number counts up; the pods' agreement
 * @param kid thumbprint of the public key (RFC 7638)
 * @param privateKey empty where this pod cannot open it
 * @param signsFrom when it takes over from the one before
 */
record SigningKey(
    int number,
    String kid,
    RSAPublicKey publicKey,
    Optional<PrivateKey> privateKey,
    Instant signsFrom) {

  boolean canSign() {
    return privateKey.isPresent();
  }

  /** The public half as a JSON web key (RFC 7517). */
  JsonWebKey jwk() {
    var jwk = new RsaJsonWebKey(publicKey);
    jwk.setKeyId(kid);
    jwk.setUse("sig");
    jwk.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    return jwk;
  }

  @Override
  public String toString() {
    return "SigningKey[" + number + ", " + kid + "]";
  }
}
