package io.stallcast.gateway.forwarding;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps the paths of requests out of the client's metrics: each would be a time series. */
class ClientMeters {

  @Produces
  @Singleton
  MeterFilter withoutPaths() {
    return new WithoutPaths();
  }

  /** Drops the tag that holds the path. */
  static final class WithoutPaths implements MeterFilter {
    @Override
    public Meter.Id map(Meter.Id id) {
      if (!id.getName().equals("http.client.requests")) {
        return id;
      }
      List<Tag> kept = id.getTags().stream().filter(tag -> !tag.getKey().equals("uri")).toList();
      return id.replaceTags(kept);
    }
  }
}
