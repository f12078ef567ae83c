package io.stallcast.payment.ledger;

import io.stallcast.platform.identifier.Identifiers;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** An amount on an account: a debit above zero, a credit below. */
@Entity
class Posting {
  @Id private UUID id;
  private UUID entryId;

  @Convert(converter = Account.InLowerCase.class)
  private Account account;

  private UUID ownerId;
  private UUID productId;
  private String currency;
  private long amount;

  protected Posting() {}

  private Posting(UUID entryId, Share share, String currency, long amount) {
    this.id = Identifiers.next();
    this.entryId = entryId;
    this.account = share.account();
    this.ownerId = share.ownerId();
    this.productId = share.productId();
    this.currency = currency;
    this.amount = amount;
  }

  static Posting debit(JournalEntry entry, Share share, String currency) {
    return new Posting(entry.id(), share, currency, share.amount());
  }

  static Posting credit(JournalEntry entry, Share share, String currency) {
    return new Posting(entry.id(), share, currency, -share.amount());
  }

  UUID entryId() {
    return entryId;
  }

  String currency() {
    return currency;
  }

  /** Whose money it is and what for; the amount with its sign. */
  Share share() {
    return new Share(account, ownerId, productId, amount);
  }
}
