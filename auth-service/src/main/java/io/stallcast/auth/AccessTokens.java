package io.stallcast.auth;

import java.util.UUID;

/** Issues access tokens: RS256, {@code sub} is the id, {@code groups} are the roles. */
public interface AccessTokens {
  /** For a person; {@code sid} names the session that it comes from. */
  AccessToken issue(Account account, UUID session);

  /** For another service of ours: role {@code service}, {@code client_id} names it. */
  AccessToken issueForService(String clientId);
}
