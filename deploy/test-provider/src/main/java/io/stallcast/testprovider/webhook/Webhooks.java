package io.stallcast.testprovider.webhook;

import io.stallcast.testprovider.Charge;
import io.stallcast.testprovider.ProviderConfig;
import io.stallcast.testprovider.store.Delivery;
import io.stallcast.testprovider.store.ProviderStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;

/** Notes what the merchant is to be told, within the change that it tells of. */
@ApplicationScoped
public class Webhooks {
  private final ProviderStore store;
  private final boolean wanted;

  Webhooks(ProviderStore store, ProviderConfig config) {
    this.store = store;
    this.wanted = config.webhook().url().isPresent();
  }

  public void tell(Charge charge) {
    note(charge, "charge." + charge.status().name().toLowerCase(Locale.ROOT));
  }

  public void tellRefunded(Charge charge) {
    note(charge, "charge.refunded");
  }

  private void note(Charge charge, String type) {
    if (wanted) {
      store.put(Delivery.of(charge, type, Instant.now()));
    }
  }
}
