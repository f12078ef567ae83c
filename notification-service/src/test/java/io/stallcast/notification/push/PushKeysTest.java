package io.stallcast.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.stallcast.notification.TestPushService;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushKeysTest {
  private final KeyPair pair = newPair();
  private final String publicKey = TestPushService.publicKey(pair);
  private final String privateKey = TestPushService.privateKey(pair);

  @Test
  void areAPair() {
    var keys = keys(publicKey, privateKey);

    assertThat(keys.complaint()).isEmpty();
    assertThat(keys.publicKey()).contains(publicKey);
  }

  @Test
  void mayBeAbsentTogetherOnly() {
    assertThat(keys(null, null).complaint()).isEmpty();
    assertThat(keys(null, null).publicKey()).isEmpty();
    assertThat(keys(publicKey, null).complaint()).get().asString().contains("belong together");
    assertThat(keys(null, privateKey).complaint()).get().asString().contains("belong together");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "no key!", "-----BEGIN PRIVATE KEY-----"})
  void areNotJustAnything(String text) {
    assertThat(keys(text, privateKey).complaint()).get().asString().contains("a pair of P-256");
    assertThat(keys(publicKey, text).complaint())
        .get()
        .asString()
        .contains("a pair of P-256")
        .doesNotContain(text);
  }

  @Test
  void areNotOfTwoPairs() {
    var other = TestPushService.privateKey(newPair());

    assertThat(keys(publicKey, other).complaint()).get().asString().contains("a pair of P-256");
  }

  @Test
  void areOnTheCurve() {
    var bytes = Base64.getUrlDecoder().decode(publicKey);
    bytes[64] ^= 1;
    var bent = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

    assertThat(keys(bent, privateKey).complaint()).get().asString().contains("a pair of P-256");
  }

  private static PushKeys keys(String publicKey, String privateKey) {
    var settings = new HashMap<String, String>();
    if (publicKey != null) {
      settings.put("stallcast.notification.push.public-key", publicKey);
    }
    if (privateKey != null) {
      settings.put("stallcast.notification.push.private-key", privateKey);
    }
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(PushConfig.class)
            .addDiscoveredConverters()
            .withDefaultValues(settings)
            .build();
    return new PushKeys(config.getConfigMapping(PushConfig.class));
  }

  private static KeyPair newPair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
      throw new IllegalStateException(e);
    }
  }
}
