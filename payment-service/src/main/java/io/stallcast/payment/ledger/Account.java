package io.stallcast.payment.ledger;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** What money is booked on. */
enum Account {
  /** What the provider holds for us: charges less refunds. */
  PROVIDER_CASH,
  /** What we owe a creator; one for each of them. */
  CREATOR_PAYABLE,
  /** What is ours. */
  PLATFORM_FEE;

  /** As the database has it. */
  @Converter
  static class InLowerCase implements AttributeConverter<Account, String> {
    @Override
    public String convertToDatabaseColumn(Account account) {
      return account.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Account convertToEntityAttribute(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }
}
