package io.stallcast.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {
  private long nanos;

  @Test
  void refillsEvenlyWithinThePeriod() {
    Buckets buckets = twoInTenSeconds();
    buckets.take("ada");
    buckets.take("ada");

    var refused = buckets.take("ada");
    nanos += refused.refill().toNanos();

    assertThat(refused.granted()).isFalse();
    assertThat(refused.refill()).isEqualTo(Duration.ofSeconds(5));
    assertThat(buckets.take("ada").granted()).isTrue();
    assertThat(buckets.take("ada").granted()).isFalse();
  }

  @Test
  void givesEachKeyItsOwn() {
    Buckets buckets = twoInTenSeconds();
    buckets.take("ada");

    assertThat(buckets.take("ada").remaining()).isZero();
    assertThat(buckets.take("bob").remaining()).isEqualTo(1);
  }

  private Buckets twoInTenSeconds() {
    var limit =
        new LimitConfig.Limit() {
          @Override
          public int requests() {
            return 2;
          }

          @Override
          public Duration period() {
            return Duration.ofSeconds(10);
          }
        };
    return new Buckets(limit, 1000, new TestTime());
  }

  private final class TestTime implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
