package io.stallcast.auth.account;

import io.stallcast.auth.Account;
import java.util.SortedSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account as its owner sees it. */
@Schema(name = "Account")
record AccountView(
    UUID id,
    @Schema(examples = "ada@example.org") String email,
    @Schema(examples = "Ada") String displayName,
    @Schema(examples = "en") String locale,
    @Schema(examples = "[\"buyer\"]") SortedSet<String> roles) {

  static AccountView of(Account account) {
    return new AccountView(
        account.id(), account.email(), account.displayName(), account.locale(), account.roles());
  }
}
