package io.stallcast.platform.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What all metrics have in common. */
class CommonMeters {

  @Produces
  @Singleton
  MeterFilter service(@ConfigProperty(name = "quarkus.application.name") String service) {
    return MeterFilter.commonTags(Tags.of("service", service));
  }

  @Produces
  @Singleton
  MeterFilter requestHistogram() {
    return new RequestHistogram();
  }

  /** Buckets for request times, so that percentiles can be computed over pods. */
  static final class RequestHistogram implements MeterFilter {
    private static final double[] BUCKETS =
        LongStream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
      if (!id.getName().equals("http.server.requests")) {
        return config;
      }
      return DistributionStatisticConfig.builder()
          .serviceLevelObjectives(BUCKETS)
          .build()
          .merge(config);
    }
  }
}
