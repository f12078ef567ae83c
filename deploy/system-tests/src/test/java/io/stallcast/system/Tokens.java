package io.stallcast.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Access tokens that nobody should accept. The expired one is truly auth-service's: it is signed
 * with the key in its database, which is opened with the stack's own secret.
 */
final class Tokens {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String ISSUER = "https://stallcast.local";
  private static final int NONCE_BYTES = 12;

  private final String kid;
  private final byte[] publicKey;
  private final PrivateKey key;
  private final PrivateKey strangersKey = stranger();

  private Tokens(String kid, byte[] publicKey, PrivateKey key) {
    this.kid = kid;
    this.publicKey = publicKey;
    this.key = key;
  }

  static Tokens of(RunningStack stack) {
    String url = stack.stack().jdbcUrl("auth");
    try (var connection = DriverManager.getConnection(url, "auth", "auth");
        var keys =
            connection
                .createStatement()
                .executeQuery(
                    "select kid, public_key, sealed_private_key from signing_key"
                        + " order by number limit 1")) {
      keys.next();
      String kid = keys.getString(1);
      return new Tokens(kid, keys.getBytes(2), open(kid, keys.getBytes(3)));
    } catch (SQLException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One that was good until a while ago. */
  String expired(String subject, String role) {
    return signed("RS256", claims(ISSUER, subject, role, -600), key);
  }

  /** By a key of somebody else's, unsigned, signed with what is public, and of another issuer. */
  List<String> forged(String subject, String role) {
    var claims = claims(ISSUER, subject, role, 600);
    return List.of(
        signed("RS256", claims, strangersKey),
        content("none", claims) + ".",
        withPublicKeyAsSecret(claims),
        signed("RS256", claims("https://elsewhere.example", subject, role, 600), key));
  }

  /** What a token says. */
  static JsonNode claimsOf(String token) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    } catch (IOException e) {
      throw new IllegalArgumentException(token, e);
    }
  }

  private String withPublicKeyAsSecret(Map<String, Object> claims) {
    String content = content("HS256", claims);
    byte[] mac = hmac(publicKey, content.getBytes(StandardCharsets.UTF_8));
    return content + "." + BASE64.encodeToString(mac);
  }

  private String signed(String algorithm, Map<String, Object> claims, PrivateKey by) {
    try {
      String content = content(algorithm, claims);
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(by);
      signature.update(content.getBytes(StandardCharsets.UTF_8));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String content(String algorithm, Map<String, Object> claims) {
    return encoded(Map.of("alg", algorithm, "typ", "JWT", "kid", kid)) + "." + encoded(claims);
  }

  private static String encoded(Map<String, Object> json) {
    try {
      return BASE64.encodeToString(JSON.writeValueAsBytes(json));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> claims(
      String issuer, String subject, String role, long seconds) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("sub", subject);
    claims.put("groups", List.of(role));
    claims.put("iat", now - 900);
    claims.put("exp", now + seconds);
    claims.put("jti", "a-token-of-tests");
    return claims;
  }

  private static PrivateKey stranger() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As auth-service seals it: AES-GCM, a nonce in front, bound to the key's id. */
  private static PrivateKey open(String kid, byte[] sealed)
      throws GeneralSecurityException, IOException {
    Path file =
        RunningStack.repository()
            .resolve("deploy/system-tests/target/stack/secrets/encryption-key");
    byte[] secret = Files.readString(file).getBytes(StandardCharsets.UTF_8);
    byte[] sealing = hmac(secret, "signing-keys".getBytes(StandardCharsets.UTF_8));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(sealing, "AES"),
        new GCMParameterSpec(128, Arrays.copyOf(sealed, NONCE_BYTES)));
    cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
    byte[] encoded = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
