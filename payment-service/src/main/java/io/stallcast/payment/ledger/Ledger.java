package io.stallcast.payment.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.MoneyListener;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentConfig;
import io.stallcast.payment.Refund;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Books each charge and each refund, in the unit of work that records it. */
@ApplicationScoped
class Ledger implements MoneyListener {
  private static final String LEFT =
      """
      select new io.stallcast.payment.ledger.Share(p.account, p.ownerId, p.productId, -sum(p.amount))
      from Posting p join JournalEntry e on e.id = p.entryId
      where e.paymentId = ?1 and p.account <> ?2
      group by p.account, p.ownerId, p.productId
      having sum(p.amount) <> 0
      order by p.account, p.productId, p.ownerId
      """;
  private static final String TRIAL_BALANCE =
      """
      select currency, sum(debit)::bigint, sum(credit)::bigint, sum(cash)::bigint,
             sum(charged)::bigint, sum(refunded)::bigint
      from (
        select currency, greatest(amount, 0) as debit, greatest(-amount, 0) as credit,
               case when account = 'provider_cash' then amount else 0 end as cash,
               0 as charged, 0 as refunded
        from posting
        union all
        select currency, 0, 0, 0, captured, refunded from payment where captured > 0
      ) as movement
      group by currency
      order by currency
      """;

  private final PaymentConfig config;
  private final Clock clock;

  Ledger(PaymentConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public Uni<Void> charged(Payment payment) {
    var paid = payment.amount();
    var entry = JournalEntry.charge(payment.id(), clock.instant());
    var cash = Posting.debit(entry, Share.ofCash(paid.amount()), paid.currency());
    var shares =
        Share.ofCharge(paid.amount(), payment.lines(), config.ledger().feeBasisPoints()).stream()
            .map(share -> Posting.credit(entry, share, paid.currency()));
    return book(entry, cash, shares);
  }

  @Override
  public Uni<Void> refunded(Payment payment, Refund refund) {
    var currency = payment.amount().currency();
    var entry = JournalEntry.refund(refund.id(), payment.id(), clock.instant());
    var cash = Posting.credit(entry, Share.ofCash(refund.amount()), currency);
    return left(payment.id())
        .map(left -> Share.ofRefund(refund.amount(), left))
        .map(shares -> shares.stream().map(share -> Posting.debit(entry, share, currency)))
        .chain(shares -> book(entry, cash, shares));
  }

  Uni<List<TrialBalance>> trialBalance() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(TRIAL_BALANCE, Object[].class).getResultList())
        .map(rows -> rows.stream().map(TrialBalance::of).toList());
  }

  private static Uni<List<Share>> left(UUID paymentId) {
    return Panache.getSession()
        .chain(session ->
            session
                .createSelectionQuery(LEFT, Share.class)
                .setParameter(1, paymentId)
                .setParameter(2, Account.PROVIDER_CASH)
                .getResultList());
  }

  private static Uni<Void> book(JournalEntry entry, Posting cash, Stream<Posting> shares) {
    var rows = Stream.concat(Stream.of(entry, cash), shares).toArray();
    return Panache.getSession().chain(session -> session.persistAll(rows));
  }
}
