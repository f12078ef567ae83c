package io.stallcast.payment.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.stallcast.payment.PaymentConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProviderPoolTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ProviderPool pool = new ProviderPool(config(), registry);
  private final List<UniEmitter<? super Void>> begun = new ArrayList<>();
  private final Uni<Void> work = Uni.createFrom().emitter(begun::add);

  @Test
  void letsTheNextInWhenOneIsDone() {
    run();
    run();
    assertThat(begun).hasSize(1);

    begun.getFirst().complete(null);

    assertThat(begun).hasSize(2);
  }

  @Test
  void joinsTheWorkOfTheSameId() {
    var id = UUID.randomUUID();
    assertThat(pool.run(id, work)).isSameAs(pool.run(id, work));
    assertThat(begun).hasSize(1);
  }

  @Test
  void beginsAnewWhenTheWorkOfTheSameIdIsDone() {
    var id = UUID.randomUUID();
    var first = pool.run(id, work);
    begun.getFirst().complete(null);
    assertThat(first).isCompleted();
    assertThat(pool.run(id, work)).isNotCompleted();
  }

  @Test
  void givesTheSlotFreeOfWorkThatFailed() {
    var failed = pool.run(UUID.randomUUID(), work);
    run();
    begun.getFirst().fail(new IllegalStateException("the database is away"));
    assertThat(failed).isCompleted();
    assertThat(begun).hasSize(2);
  }

  @Test
  void leavesToTheirTimersWhatItHasNoRoomFor() {
    run();
    run();
    var third = pool.run(UUID.randomUUID(), work);
    assertThat(third).isCompleted();
    assertThat(registry.get("stallcast.payments.settling").gauge().value()).isEqualTo(2);
  }

  private void run() {
    pool.run(UUID.randomUUID(), work);
  }

  private static PaymentConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(PaymentConfig.class)
        .withConverter(Duration.class, 200, new DurationConverter())
        .withDefaultValues(
            Map.of(
                "stallcast.payment.pool.size", "1",
                "stallcast.payment.pool.queue", "1",
                "stallcast.payment.provider.url", "http://localhost",
                "stallcast.payment.provider.api-key", "key",
                "stallcast.payment.provider.webhook-secret", "secret"))
        .build()
        .getConfigMapping(PaymentConfig.class);
  }
}
