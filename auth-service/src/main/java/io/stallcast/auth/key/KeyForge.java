package io.stallcast.auth.key;

import io.stallcast.auth.key.KeyRing.NextKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.jose4j.jwk.RsaJsonWebKey;

/** Makes key pairs. Takes a good part of a second: not for event loops. */
@ApplicationScoped
class KeyForge {
  private static final int BITS = 2048;

  SigningKey make(NextKey next) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      var publicKey = (RSAPublicKey) pair.getPublic();
      String kid = new RsaJsonWebKey(publicKey).calculateBase64urlEncodedThumbprint("SHA-256");
      return new SigningKey(
          next.number(), kid, publicKey, Optional.of(pair.getPrivate()), next.signsFrom());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has RSA", e);
    }
  }
}
