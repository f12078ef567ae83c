package io.stallcast.payment.ledger;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Shares an amount by weights, to the unit: each gets its quota rounded down, and what is left goes
 * one by one to the largest remainders, of equal ones to the first.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Largest_remainders_method">Largest remainders</a>
 */
final class Allocation {
  private Allocation() {}

  /**
   * Shares {@code total} by {@code weights}.
   *
   * @param weights none below zero; all zero counts as all equal
   * @return shares that add up to {@code total}; none exceeds its weight where {@code total} does
   *     not exceed the sum of the weights
   */
  static long[] of(long total, long... weights) {
    var sum =
        Arrays.stream(weights)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add);
    if (sum.signum() == 0) {
      return of(total, LongStream.generate(() -> 1).limit(weights.length).toArray());
    }
    var quotas =
        Arrays.stream(weights)
            .mapToObj(w -> BigInteger.valueOf(w).multiply(BigInteger.valueOf(total)))
            .map(product -> product.divideAndRemainder(sum))
            .toList();
    var shares = quotas.stream().mapToLong(quota -> quota[0].longValueExact()).toArray();
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> quotas.get(i)[1]).reversed())
        .limit(total - Arrays.stream(shares).sum())
        .forEach(i -> shares[i]++);
    return shares;
  }
}
