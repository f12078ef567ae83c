package io.stallcast.streaming.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApplauseTest {
  private final Applause applause = new Applause();
  private final UUID stream = UUID.randomUUID();

  @Test
  void addsUpUntilItIsTaken() {
    applause.add(stream, "👍", 1);
    applause.add(stream, "👍", 2);
    applause.add(stream, "🎉", 1);

    assertThat(applause.take()).isEqualTo(Map.of(stream, Map.of("👍", 3, "🎉", 1)));
    assertThat(applause.take()).isEmpty();
  }

  @Test
  void tellsSoManyKindsApartAndNoMore() {
    for (int i = 0; i < 100; i++) {
      applause.add(stream, "emoji " + i, 1);
      applause.add(stream, "emoji 0", 1);
    }

    assertThat(applause.take().get(stream)).hasSize(32).containsEntry("emoji 0", 101);
  }
}
