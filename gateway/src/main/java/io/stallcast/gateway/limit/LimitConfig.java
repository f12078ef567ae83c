package io.stallcast.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;

/** How much may be asked for. */
@ConfigMapping(prefix = "stallcast.gateway.limits")
public interface LimitConfig {

  /** Of one address (IPv6: of one /64 network), whoever asks; many users may share it. */
  AddressLimit address();

  /** Of one user, from wherever. */
  UserLimit user();

  /** Of one address, at the doors that are guessed at. */
  SignInLimit signIn();

  /** The most keys that are remembered at a time, of each kind. */
  @WithDefault("100000")
  @Min(1000)
  long keys();

  /** So many requests at once, refilled evenly within the period. */
  interface Limit {
    int requests();

    Duration period();
  }

  /** The limit of an address. */
  interface AddressLimit extends Limit {
    @Override
    @WithDefault("3000")
    @Min(1)
    int requests();

    @Override
    @WithDefault("1m")
    Duration period();
  }

  /** The limit of a user. */
  interface UserLimit extends Limit {
    @Override
    @WithDefault("1200")
    @Min(1)
    int requests();

    @Override
    @WithDefault("1m")
    Duration period();
  }

  /** The limit of signing in. */
  interface SignInLimit extends Limit {
    @Override
    @WithDefault("30")
    @Min(1)
    int requests();

    @Override
    @WithDefault("1m")
    Duration period();

    /** What counts as signing in. */
    @WithDefault("/api/v1/auth/login,/api/v1/auth/register")
    List<String> paths();
  }
}
