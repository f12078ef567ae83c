package io.stallcast.payment.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All postings of a currency, in minor units.
 *
 * @param balance debits less credits: always zero
 * @param cash what the provider holds for us: always what was charged less what was refunded
 * @param charged by all payments, from their own records
 * @param refunded by all refunds, from their own records
 */
record TrialBalance(
    @Schema(examples = "EUR") String currency,
    long debits,
    long credits,
    @Schema(examples = "0") long balance,
    long cash,
    long charged,
    long refunded) {

  static TrialBalance of(Object[] row) {
    var debits = number(row[1]);
    var credits = number(row[2]);
    return new TrialBalance(
        (String) row[0],
        debits,
        credits,
        debits - credits,
        number(row[3]),
        number(row[4]),
        number(row[5]));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
