package io.stallcast.platform.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The key that signs the tests' tokens: one for the JVM, whichever class loader asks, as Quarkus
 * loads tests and their resources by several.
 */
final class TestKeys {
  static final String KEY_ID = "test";

  private static final String PRIVATE = "io.stallcast.testing.private-key";
  private static final String PUBLIC = "io.stallcast.testing.public-key";

  private TestKeys() {}

  static KeyPair signing() {
    synchronized (System.getProperties()) {
      if (System.getProperty(PRIVATE) == null) {
        KeyPair pair = generate();
        System.setProperty(PUBLIC, encode(pair.getPublic().getEncoded()));
        System.setProperty(PRIVATE, encode(pair.getPrivate().getEncoded()));
        return pair;
      }
    }
    return decode();
  }

  static KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public half as a JSON Web Key Set. */
  static String jwks() {
    var key = (RSAPublicKey) signing().getPublic();
    return """
    {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}\
    """
        .formatted(
            KEY_ID,
            unsigned(key.getModulus().toByteArray()),
            unsigned(key.getPublicExponent().toByteArray()));
  }

  private static KeyPair decode() {
    try {
      var factory = KeyFactory.getInstance("RSA");
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(bytes(PUBLIC))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(PRIVATE))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String property) {
    return Base64.getDecoder().decode(System.getProperty(property));
  }

  private static String encode(byte[] key) {
    return Base64.getEncoder().encodeToString(key);
  }

  private static String unsigned(byte[] number) {
    int sign = number[0] == 0 ? 1 : 0;
    byte[] magnitude = Arrays.copyOfRange(number, sign, number.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
  }
}
