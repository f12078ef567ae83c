package io.stallcast.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final Money PRICE = new Money(1999, "EUR");

  @Test
  void addsUp() {
    assertThat(PRICE.plus(new Money(1, "EUR"))).isEqualTo(new Money(2000, "EUR"));
    assertThat(PRICE.minus(PRICE)).isEqualTo(Money.zero("EUR"));
    assertThat(PRICE.times(3)).isEqualTo(new Money(5997, "EUR"));
    assertThat(Money.zero("EUR").isZero()).isTrue();
  }

  @Test
  void doesNotMixCurrencies() {
    assertThatThrownBy(() -> PRICE.plus(new Money(1, "USD")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PRICE.minus(new Money(1, "USD")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotWrapAround() {
    assertThatThrownBy(() -> PRICE.times(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Money(Long.MAX_VALUE, "EUR").plus(PRICE))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void isWrittenAsAmountAndCurrency() throws JsonProcessingException {
    assertThat(new ObjectMapper().writeValueAsString(PRICE))
        .isEqualTo("{\"amount\":1999,\"currency\":\"EUR\"}");
  }
}
