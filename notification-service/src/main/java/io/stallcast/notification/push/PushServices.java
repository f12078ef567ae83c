package io.stallcast.notification.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The push services that are called; no others ever are. */
@ApplicationScoped
class PushServices {
  private final List<PushService> services;

  PushServices(PushConfig config) {
    this.services = config.services().stream().map(PushService::new).toList();
  }

  /** Whose endpoint it is; empty where it is nobody's that is called. */
  Optional<PushService> of(URI endpoint) {
    return services.stream().filter(service -> service.has(endpoint)).findFirst();
  }
}
