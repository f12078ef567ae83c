package io.stallcast.payment.ledger;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.order.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Somebody's part of a payment.
 *
 * @param ownerId the creator; null where the account is one for all
 * @param productId what it was for; null where it was for all
 * @param amount minor units, not below zero
 */
@RegisterForReflection
record Share(Account account, UUID ownerId, UUID productId, long amount) {
  private static final long ALL_BASIS_POINTS = 10_000;

  static Share ofCash(long amount) {
    return new Share(Account.PROVIDER_CASH, null, null, amount);
  }

  /** How a paid amount is shared between the lines' creators and the platform. */
  static List<Share> ofCharge(long paid, List<OrderLine> lines, int feeBasisPoints) {
    var weights = lines.stream().mapToLong(line -> line.total().amount()).toArray();
    var parts = Allocation.of(paid, weights);
    var shares = new ArrayList<Share>();
    for (var i = 0; i < parts.length; i++) {
      shares.addAll(ofLine(parts[i], lines.get(i), feeBasisPoints));
    }
    return shares.stream().filter(share -> share.amount() > 0).toList();
  }

  /** How a refund is taken from what is left of the shares. */
  static List<Share> ofRefund(long refunded, List<Share> left) {
    var parts = Allocation.of(refunded, left.stream().mapToLong(Share::amount).toArray());
    return IntStream.range(0, parts.length)
        .mapToObj(i -> left.get(i).of(parts[i]))
        .filter(share -> share.amount() > 0)
        .toList();
  }

  private static List<Share> ofLine(long part, OrderLine line, int feeBasisPoints) {
    var fee =
        Math.multiplyExact(part / ALL_BASIS_POINTS, (long) feeBasisPoints)
            + part % ALL_BASIS_POINTS * feeBasisPoints / ALL_BASIS_POINTS;
    return List.of(
        new Share(Account.CREATOR_PAYABLE, line.creatorId(), line.productId(), part - fee),
        new Share(Account.PLATFORM_FEE, null, line.productId(), fee));
  }

  private Share of(long newAmount) {
    return new Share(account, ownerId, productId, newAmount);
  }
}
