package io.stallcast.payment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How payments are taken and given back. */
@ConfigMapping(prefix = "stallcast.payment")
public interface PaymentConfig {
  /**
   * After which an open payment or refund is looked after: longer than the provider's slowest
   * answer.
   */
  @WithDefault("15s")
  Duration reconcileAfter();

  /**
   * How long a payment waits for a provider that cannot be asked, before it is to be closed rather
   * than charged.
   */
  @WithDefault("15s")
  Duration patience();

  /** Pauses between the tries to learn an outcome. */
  Pause pause();

  Challenge challenge();

  Pool pool();

  Refunds refunds();

  Ledger ledger();

  Provider provider();

  /** Pauses that double from the shortest to the longest. */
  interface Pause {
    @WithDefault("1s")
    Duration shortest();

    @WithDefault("15s")
    Duration longest();
  }

  /** The buyer's confirmation that some cards want. */
  interface Challenge {
    /** How long the buyer has for it. */
    @WithDefault("15m")
    Duration expiry();

    /** How often it is asked whether it is met, should no webhook tell. */
    @WithDefault("30s")
    Duration poll();
  }

  /** The calls to the provider. */
  interface Pool {
    /** Payments and refunds that are with the provider at the same time, for each pod. */
    @WithDefault("64")
    int size();

    /** Those that wait for their turn; what goes beyond is left to its timer. */
    @WithDefault("5000")
    int queue();
  }

  /** Who may have money back. */
  interface Refunds {
    /** How long after the payment its buyer may ask for a refund; an admin may at any time. */
    @WithDefault("14d")
    Duration buyerWindow();
  }

  /** How a payment is shared. */
  interface Ledger {
    /** The platform's share in basis points; of each line, rounded down. */
    @WithDefault("1000")
    int feeBasisPoints();
  }

  /** The payment provider. */
  interface Provider {
    /** Where it is. */
    String url();

    /** What we are known to it by. */
    String apiKey();

    /** Key of the signatures on its webhooks. */
    String webhookSecret();

    /** How far a webhook's time may be from ours; older ones are replays. */
    @WithDefault("5m")
    Duration webhookTolerance();
  }
}
