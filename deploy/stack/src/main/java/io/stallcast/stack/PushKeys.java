package io.stallcast.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/**
 * A pair of VAPID keys, base64url.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8292">RFC 8292</a>
 */
record PushKeys(String publicKey, String privateKey) {
  private static final int NUMBER_SIZE = 32;
  private static final byte UNCOMPRESSED = 4;

  /** The pair in this file, made at its first use and kept. */
  static PushKeys in(Path file) {
    try {
      if (!Files.exists(file)) {
        PushKeys made = of(newPair());
        Files.write(file, List.of(made.publicKey(), made.privateKey()));
      }
      List<String> lines = Files.readAllLines(file);
      return new PushKeys(lines.get(0), lines.get(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPair newPair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PushKeys of(KeyPair pair) {
    var point = ((ECPublicKey) pair.getPublic()).getW();
    byte[] publicKey =
        ByteBuffer.allocate(1 + 2 * NUMBER_SIZE)
            .put(UNCOMPRESSED)
            .put(bytes(point.getAffineX()))
            .put(bytes(point.getAffineY()))
            .array();
    return new PushKeys(text(publicKey), text(bytes(((ECPrivateKey) pair.getPrivate()).getS())));
  }

  /** Big-endian, with as many zeros before it as it takes. */
  private static byte[] bytes(BigInteger number) {
    byte[] signed = number.toByteArray();
    byte[] bytes = new byte[NUMBER_SIZE];
    int length = Math.min(signed.length, NUMBER_SIZE);
    System.arraycopy(signed, signed.length - length, bytes, NUMBER_SIZE - length, length);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
