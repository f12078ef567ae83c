package io.stallcast.notification.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import io.stallcast.platform.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The pair of keys that push services know us by. */
@Singleton
class PushKeys implements StartupCheck {
  private static final String MAKE_SOME =
      " (make a pair with: npx web-push generate-vapid-keys). It proves to push services who sends.";
  private static final String INCOMPLETE =
      "stallcast.notification.push.public-key and stallcast.notification.push.private-key belong"
          + " together: set both, or neither for no web push"
          + MAKE_SOME;
  private static final String MALFORMED =
      "stallcast.notification.push.public-key and stallcast.notification.push.private-key must be a"
          + " pair of P-256 keys, 65 and 32 bytes in base64url"
          + MAKE_SOME;
  private static final int PUBLIC_SIZE = 65;
  private static final int PRIVATE_SIZE = 32;

  private final VAPIDKeyPair pair;
  private final String complaint;

  PushKeys(PushConfig config) {
    var publicKey = config.publicKey();
    var privateKey = config.privateKey();
    if (publicKey.isEmpty() && privateKey.isEmpty()) {
      pair = null;
      complaint = null;
    } else if (publicKey.isEmpty() || privateKey.isEmpty()) {
      pair = null;
      complaint = INCOMPLETE;
    } else {
      pair = pair(publicKey.get(), privateKey.get());
      complaint = pair == null ? MALFORMED : null;
    }
  }

  @Override
  public Optional<String> complaint() {
    return Optional.ofNullable(complaint);
  }

  /** Empty where there is no web push. */
  Optional<VAPIDKeyPair> pair() {
    return Optional.ofNullable(pair);
  }

  /** What browsers subscribe with, base64url; empty where there is no web push. */
  Optional<String> publicKey() {
    return pair().map(VAPIDKeyPair::extractPublicKeyInUncompressedFormAsString);
  }

  /** Null where these are none, or not of one pair. */
  private static VAPIDKeyPair pair(String publicText, String privateText) {
    try {
      var publicKey = PublicKeySources.ofUncompressedBytes(bytes(publicText, PUBLIC_SIZE));
      var privateKey = privateKey(bytes(privateText, PRIVATE_SIZE));
      return isPair(publicKey.extract(), privateKey)
          ? VAPIDKeyPairs.of(PrivateKeySources.ofECPrivateKey(privateKey), publicKey)
          : null;
    } catch (GeneralSecurityException | RuntimeException e) {
      return null;
    }
  }

  private static byte[] bytes(String base64, int size) {
    var bytes = Base64.getUrlDecoder().decode(base64);
    if (bytes.length != size) {
      throw new IllegalArgumentException("not " + size + " bytes");
    }
    return bytes;
  }

  private static ECPrivateKey privateKey(byte[] bytes) throws GeneralSecurityException {
    var curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    var spec =
        new ECPrivateKeySpec(
            new BigInteger(1, bytes), curve.getParameterSpec(ECParameterSpec.class));
    return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec);
  }

  /** Whether what the one signs is the other's. */
  private static boolean isPair(ECPublicKey publicKey, ECPrivateKey privateKey)
      throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(privateKey);
    var signed = signature.sign();
    signature.initVerify(publicKey);
    return signature.verify(signed);
  }
}
