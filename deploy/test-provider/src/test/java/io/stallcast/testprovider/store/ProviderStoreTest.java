package io.stallcast.testprovider.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.stallcast.testprovider.Charge;
import io.stallcast.testprovider.ProviderConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderStoreTest {
  private final Charge charge = Charge.closed("ch_1", "key", Instant.EPOCH);

  @TempDir private Path folder;

  @Test
  void keepsAnAnsweredChangeThoughTheProcessIsKilled() throws Exception {
    var store = open(folder);
    save(store);
    var atTheKill = Files.createDirectory(folder.resolve("copy"));
    Files.copy(folder.resolve("charges.mv"), atTheKill.resolve("charges.mv"));
    store.close();

    var reopened = open(atTheKill);

    assertThat(reopened.charge("ch_1")).contains(charge);
    reopened.close();
  }

  @Test
  void forgetsAChangeThatFailed() {
    var store = open(folder);
    var change =
        store.change(() -> {
          store.put(charge);
          throw new IllegalArgumentException("half done");
        });

    assertThatThrownBy(() -> change.await().atMost(Duration.ofSeconds(5)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(store.charge("ch_1")).isEmpty();
    store.close();
  }

  private void save(ProviderStore store) {
    store
        .change(() -> {
          store.put(charge);
          return charge;
        })
        .await()
        .atMost(Duration.ofSeconds(5));
  }

  private static ProviderStore open(Path folder) {
    return new ProviderStore(
        settings(folder), new ObjectMapper().registerModule(new JavaTimeModule()));
  }

  private static ProviderConfig settings(Path folder) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .withMapping(ProviderConfig.class)
        .withDefaultValue("quarkus.http.port", "8090")
        .withDefaultValue("stallcast.test-provider.data", folder.toString())
        .build()
        .getConfigMapping(ProviderConfig.class);
  }
}
