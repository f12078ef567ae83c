package io.stallcast.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** One bucket for each key. Safe for use by several threads. */
final class Buckets {
  private final LimitConfig.Limit limit;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  Buckets(LimitConfig.Limit limit, long keys, TimeMeter time) {
    this.limit = limit;
    this.time = time;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(keys)
            .expireAfterAccess(limit.period().multipliedBy(2))
            .build();
  }

  /** Takes one from the key's bucket, if there is one. */
  Allowance take(String key) {
    Bucket bucket = buckets.get(key, unknown -> full());
    return allowance(bucket.tryConsumeAndReturnRemaining(1));
  }

  private Bucket full() {
    Bandwidth bandwidth =
        Bandwidth.builder()
            .capacity(limit.requests())
            .refillGreedy(limit.requests(), limit.period())
            .build();
    return Bucket.builder().addLimit(bandwidth).withCustomTimePrecision(time).build();
  }

  private Allowance allowance(ConsumptionProbe probe) {
    return new Allowance(
        probe.isConsumed(),
        limit.requests(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForReset()),
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /**
   * What a key may still ask for.
   *
   * @param granted whether the request at hand may pass
   * @param limit the size of the bucket
   * @param remaining what is left in it
   * @param reset until it is full again
   * @param refill until it holds one more, where it is empty
   */
  record Allowance(boolean granted, long limit, long remaining, Duration reset, Duration refill) {}
}
