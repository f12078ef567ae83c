package io.stallcast.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.platform.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "de,GERMAN",
    "de-AT,GERMAN",
    "en,ENGLISH",
    "en-GB,ENGLISH",
    "fr,ENGLISH",
    "?,ENGLISH"
  })
  void isTheOneOfTheTagOrEnglish(String tag, Language expected) {
    assertThat(Language.of(tag)).isEqualTo(expected);
  }

  @Test
  void writesMoneyAsIsUsual() {
    assertThat(Language.ENGLISH.money(new Money(123_450, "EUR"))).isEqualTo("€1,234.50");
    assertThat(Language.GERMAN.money(new Money(123_450, "EUR"))).isEqualTo("1.234,50\u00a0€");
  }

  @Test
  void givesACurrencyTheDigitsItHas() {
    assertThat(Language.ENGLISH.money(new Money(1_500, "JPY"))).isEqualTo("¥1,500");
    assertThat(Language.ENGLISH.money(new Money(1_500, "BHD"))).endsWith("1.500");
  }
}
