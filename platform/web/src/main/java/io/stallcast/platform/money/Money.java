package io.stallcast.platform.money;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * An amount of money in minor units.
 *
 * @param amount minor units of the currency (cents for EUR); on the wire 0 to {@link #MOST}
 * @param currency ISO 4217 code, three capitals; not null
 */
@RegisterForReflection
public record Money(
    @JsonProperty(required = true) @PositiveOrZero @Max(Money.MOST) long amount,
    @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {

  /** The most that the wire takes: so little that no order of ours overflows. */
  public static final long MOST = 1_000_000_000_000L;

  /** Nothing, in {@code currency}. */
  public static Money zero(String currency) {
    return new Money(0, currency);
  }

  /**
   * The sum of both.
   *
   * @throws IllegalArgumentException if the currencies differ
   * @throws ArithmeticException if the sum leaves the range of a long
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(amount, sameCurrency(other).amount), currency);
  }

  /**
   * This less {@code other}; may be negative.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(amount, sameCurrency(other).amount), currency);
  }

  /**
   * This amount {@code quantity} times.
   *
   * @throws ArithmeticException if the product leaves the range of a long
   */
  public Money times(long quantity) {
    return new Money(Math.multiplyExact(amount, quantity), currency);
  }

  @JsonIgnore
  public boolean isZero() {
    return amount == 0;
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
    }
    return other;
  }
}
