package io.stallcast.streaming.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.platform.testing.MovingClock;
import io.stallcast.streaming.Pass;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlaybackTokensTest {
  private static final String SECRET = "a secret of at least 32 characters";

  private final MovingClock clock = new MovingClock();
  private final PlaybackTokens tokens = tokens(SECRET);
  private final UUID stream = UUID.randomUUID();
  private final UUID viewer = UUID.randomUUID();

  @Test
  void carryThePass() {
    var pass = new Pass(stream, viewer, UUID.randomUUID(), 7, null);

    var token = tokens.sign(pass);

    assertThat(tokens.verify(stream, token.token()))
        .contains(new Pass(stream, viewer, pass.productId(), 7, token.expiresAt()));
    assertThat(token.playlistUrl())
        .isEqualTo("/live/" + stream + "/" + token.token() + "/index.m3u8");
    assertThat(token.toString()).doesNotContain(token.token());
  }

  @Test
  void areForTheAnonymousToo() {
    var token = tokens.sign(Pass.unconditional(stream, null));

    assertThat(tokens.verify(stream, token.token()))
        .contains(new Pass(stream, null, null, 0, token.expiresAt()));
  }

  @Test
  void liveAMinuteAtMost() {
    var token = tokens.sign(Pass.unconditional(stream, viewer));
    assertThat(token.expiresAt()).isBefore(clock.instant().plusSeconds(61));

    clock.move(Duration.ofSeconds(61));

    assertThat(tokens.verify(stream, token.token())).isEmpty();
  }

  @Test
  void neverOutliveTheEntitlement() {
    var until = clock.instant().plusSeconds(10);

    var token = tokens.sign(new Pass(stream, viewer, UUID.randomUUID(), 1, until));

    assertThat(token.expiresAt()).isBetween(until.minusSeconds(1), until);
    clock.move(Duration.ofSeconds(10));
    assertThat(tokens.verify(stream, token.token())).isEmpty();
  }

  @Test
  void areForOneStream() {
    var token = tokens.sign(Pass.unconditional(stream, viewer));

    assertThat(tokens.verify(UUID.randomUUID(), token.token())).isEmpty();
  }

  @Test
  void cannotBeForged() {
    var forged = tokens("another secret of at least 32 characters");
    var token = forged.sign(Pass.unconditional(stream, viewer)).token();

    assertThat(tokens.verify(stream, token)).isEmpty();
    assertThat(tokens.verify(stream, "junk")).isEmpty();
    assertThat(tokens.verify(stream, "")).isEmpty();
  }

  @Test
  void areSignedWithASecretThatIsLongEnough() {
    assertThat(key("short").complaint())
        .hasValueSatisfying(sentence ->
            assertThat(sentence)
                .startsWith("stallcast.streaming.playback.signing-key must be")
                .doesNotContain("'short'"));
    assertThat(key(null).complaint()).isPresent();
    assertThat(key(SECRET).complaint()).isEmpty();
  }

  private PlaybackTokens tokens(String secret) {
    return new PlaybackTokens(key(secret), new Config(secret), clock);
  }

  private static SigningKey key(String secret) {
    return new SigningKey(new Config(secret));
  }

  private record Config(String secret) implements PlaybackConfig {
    @Override
    public Optional<String> signingKey() {
      return Optional.ofNullable(secret);
    }

    @Override
    public Duration tokenLifetime() {
      return Duration.ofSeconds(60);
    }
  }
}
