package io.stallcast.gateway.forwarding;

import io.micrometer.core.instrument.MeterRegistry;
import io.stallcast.gateway.Upstream;
import io.stallcast.gateway.Upstreams;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** The compartment of each upstream. */
@Singleton
class Compartments {
  private final Map<String, Compartment> byName;

  Compartments(Upstreams upstreams, MeterRegistry meters) {
    this.byName =
        upstreams.all().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Upstream::name, upstream -> new Compartment(upstream, meters)));
  }

  Compartment of(Upstream upstream) {
    return byName.get(upstream.name());
  }
}
