package io.stallcast.platform.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

  @Test
  void growInTheOrderOfTheirMaking() {
    List<UUID> made = Stream.generate(Identifiers::next).limit(10_000).toList();

    assertThat(made).allMatch(id -> id.version() == 7).doesNotHaveDuplicates();
    assertThat(made.stream().map(UUID::toString).toList()).isSorted();
  }
}
