package io.stallcast.notification;

import io.stallcast.platform.money.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;

/** The languages that notifications are written in. */
public enum Language {
  ENGLISH(Locale.ENGLISH),
  GERMAN(Locale.GERMAN);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The language of a BCP 47 tag such as {@code de-AT}; English where it is none of ours. */
  public static Language of(String tag) {
    var wanted = Locale.forLanguageTag(tag).getLanguage();
    return Arrays.stream(values())
        .filter(language -> language.locale.getLanguage().equals(wanted))
        .findFirst()
        .orElse(ENGLISH);
  }

  public Locale locale() {
    return locale;
  }

  /** The time as it is written in this language, in UTC: where the reader is, is not known. */
  public String time(Instant time) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .format(time.atOffset(ZoneOffset.UTC))
        + " UTC";
  }

  /** The amount as it is written in this language, with as many digits as the currency has. */
  public String money(Money money) {
    var currency = Currency.getInstance(money.currency());
    var digits = Math.max(0, currency.getDefaultFractionDigits());
    var format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(BigDecimal.valueOf(money.amount(), digits));
  }
}
