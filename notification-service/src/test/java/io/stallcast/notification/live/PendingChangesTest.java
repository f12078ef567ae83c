package io.stallcast.notification.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.notification.live.ListEvent.Change;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PendingChangesTest {
  private static final UUID ADA = UUID.randomUUID();
  private static final UUID FIRST = UUID.randomUUID();
  private static final UUID SECOND = UUID.randomUUID();

  private final PendingChanges pending = new PendingChanges();

  @Test
  void areOneForAPerson() {
    pending.add(new Change(ADA, FIRST));
    pending.add(new Change(ADA, null));
    pending.add(new Change(ADA, SECOND));
    pending.add(new Change(ADA, FIRST));

    assertThat(pending.take()).isEqualTo(Map.of(ADA, Set.of(FIRST, SECOND)));
    assertThat(pending.isEmpty()).isTrue();
    assertThat(pending.take()).isEmpty();
  }

  @Test
  void joinWhatComesMeanwhileWhenTheyArePutBack() {
    pending.add(new Change(ADA, FIRST));
    var taken = pending.take();
    pending.add(new Change(ADA, SECOND));

    pending.putBack(taken);

    assertThat(pending.take()).isEqualTo(Map.of(ADA, Set.of(FIRST, SECOND)));
  }

  @Test
  void areTakenForSoManyPeopleAtATime() {
    Stream.generate(UUID::randomUUID).limit(501).forEach(id -> pending.add(new Change(id, null)));

    assertThat(pending.take()).hasSize(500);
    assertThat(pending.take()).hasSize(1);
  }
}
