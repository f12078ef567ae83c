package io.stallcast.platform.identity;

import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses whoever is no account, where that is asked for by {@link ForAccounts}. */
public class AccountsOnly {
  // once the identity is resolved
  private static final int LATER = Priorities.USER + 100;

  private final Caller caller;

  AccountsOnly(Caller caller) {
    this.caller = caller;
  }

  /** Called by the framework before a resource method that is for accounts. */
  @ServerRequestFilter(priority = LATER)
  @ForAccounts
  public void require() {
    caller.id();
  }
}
