package io.stallcast.notification;

import com.zerodeplibs.webpush.key.PublicKeySources;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A browser that can read what is pushed to it, by its own means.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8291">RFC 8291</a>
 */
public record Browser(String endpoint, byte[] publicKey, PrivateKey privateKey, byte[] auth) {

  /** One with new keys, of the test's push service. */
  public static Browser open() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      var auth = new byte[16];
      new SecureRandom().nextBytes(auth);
      var endpoint = TestPushService.origin() + "/push/" + UUID.randomUUID();
      return new Browser(
          endpoint, uncompressed((ECPublicKey) pair.getPublic()), pair.getPrivate(), auth);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One whose keys are known, base64url. */
  public static Browser of(String publicKey, String privateKey, String auth) {
    try {
      var curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      var secret = new BigInteger(1, bytes(privateKey));
      var spec = new ECPrivateKeySpec(secret, curve.getParameterSpec(ECParameterSpec.class));
      var key = KeyFactory.getInstance("EC").generatePrivate(spec);
      return new Browser("", bytes(publicKey), key, bytes(auth));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it hands to the web page. */
  public String subscription() {
    return new JsonObject()
        .put("endpoint", endpoint)
        .putNull("expirationTime")
        .put("keys", new JsonObject().put("p256dh", text(publicKey)).put("auth", text(auth)))
        .encode();
  }

  public Browser subscribedBy(Person person) {
    person
        .client()
        .body(subscription())
        .post("/api/v1/notifications/push/subscriptions")
        .then()
        .statusCode(201);
    return this;
  }

  /** All that its push service took for it. */
  public List<TestPushService.Received> received() {
    return TestPushService.receivedFor(endpoint);
  }

  public JsonObject read(TestPushService.Received message) {
    return new JsonObject(decrypt(message.body()));
  }

  /** The text of an encrypted message. */
  public String decrypt(byte[] message) {
    try {
      var buffer = ByteBuffer.wrap(message);
      var salt = next(buffer, 16);
      buffer.getInt();
      var senderKey = next(buffer, buffer.get());
      var inputKey = inputKey(senderKey);
      var key = hmac(salt, inputKey);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(expand(key, "Content-Encoding: aes128gcm\0", 16), "AES"),
          new GCMParameterSpec(128, expand(key, "Content-Encoding: nonce\0", 12)));
      return unpadded(cipher.doFinal(next(buffer, buffer.remaining())));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("not for this browser", e);
    }
  }

  private byte[] inputKey(byte[] senderKey) throws GeneralSecurityException {
    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(privateKey);
    agreement.doPhase(PublicKeySources.ofUncompressedBytes(senderKey).extract(), true);
    var info = joined(utf8("WebPush: info\0"), publicKey, senderKey, new byte[] {1});
    return hmac(hmac(auth, agreement.generateSecret()), info);
  }

  private static byte[] expand(byte[] key, String info, int length)
      throws GeneralSecurityException {
    return Arrays.copyOf(hmac(key, joined(utf8(info), new byte[] {1})), length);
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  /** The last record ends with a 2 and zeros. */
  private static String unpadded(byte[] text) {
    var end = text.length - 1;
    while (text[end] == 0) {
      end--;
    }
    if (text[end] != 2) {
      throw new AssertionError("no delimiter: " + HexFormat.of().formatHex(text));
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }

  private static byte[] uncompressed(ECPublicKey key) {
    return PublicKeySources.ofECPublicKey(key).extractBytesInUncompressedForm();
  }

  private static byte[] next(ByteBuffer buffer, int length) {
    var bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }

  private static byte[] joined(byte[]... parts) {
    var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    var all = ByteBuffer.allocate(length);
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
