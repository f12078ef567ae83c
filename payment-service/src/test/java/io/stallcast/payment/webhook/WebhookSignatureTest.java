package io.stallcast.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  private static final Instant SENT = Instant.ofEpochSecond(1_700_000_000);
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  // printf '%s' 'evt_1.1700000000.{}' | openssl dgst -sha256 -hmac secret -binary | base64
  private static final String RIGHT = "v1,gcuLUJYfD9JQ2UlZMDEyUnqjiYF/KVJjsn3HLULsCj4=";

  @Test
  void holdsForItsBodyOnly() {
    assertThat(holds(RIGHT, "{}", SENT)).isTrue();
    assertThat(holds(RIGHT, "{ }", SENT)).isFalse();
  }

  @Test
  void holdsWithAnotherKeysSignatureBesideIt() {
    assertThat(holds("v1,b3RoZXI= " + RIGHT, "{}", SENT)).isTrue();
  }

  @Test
  void doesNotHoldForLong() {
    assertThat(holds(RIGHT, "{}", SENT.plus(TOLERANCE))).isTrue();
    assertThat(holds(RIGHT, "{}", SENT.plus(TOLERANCE).plusSeconds(1))).isFalse();
  }

  @Test
  void doesNotHoldWhereAnythingIsMissingOrNonsense() {
    assertThat(
            new WebhookSignature(null, "1700000000", RIGHT).covers("{}", "secret", SENT, TOLERANCE))
        .isFalse();
    assertThat(new WebhookSignature("evt_1", "soon", RIGHT).covers("{}", "secret", SENT, TOLERANCE))
        .isFalse();
    assertThat(holds("", "{}", SENT)).isFalse();
  }

  private static boolean holds(String signatures, String body, Instant now) {
    return new WebhookSignature("evt_1", "1700000000", signatures)
        .covers(body, "secret", now, TOLERANCE);
  }
}
