package io.stallcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The scripts know every database; that they work is seen in the system tests. */
class BackupTest {
  private static final Pattern LIST = Pattern.compile("(?m)^databases=\"(.*)\"$");

  @Test
  void everyDatabaseIsBackedUp() {
    String names = Repository.text(Repository.released("backup/databases"));

    assertThat(
            LIST.matcher(names)
                .results()
                .flatMap(list -> Pattern.compile(" ").splitAsStream(list.group(1))))
        .containsExactlyInAnyOrderElementsOf(
            Service.all().stream().flatMap(service -> service.database().stream()).toList());
  }
}
