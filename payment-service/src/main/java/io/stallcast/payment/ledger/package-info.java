/**
 * The double-entry ledger. Debits are above zero, credits below; the postings of an entry sum to
 * zero for each currency, which the database refuses to commit otherwise, and nothing is ever
 * changed or deleted.
 *
 * <p>A charge debits the provider's cash and credits, for each line, its creator and the platform's
 * fee. The amount is shared among the lines by their totals, leftover units going to the largest
 * remainders; the fee is each line's share times {@code stallcast.payment.ledger.fee-basis-points},
 * rounded down in the creator's favour. A refund takes from each credit in proportion to what is
 * left of it, again by largest remainders, so that refunds in parts add up to the whole exactly.
 */
package io.stallcast.payment.ledger;
