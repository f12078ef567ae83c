package io.stallcast.notification;

import java.util.UUID;

/**
 * A person who may be told something, as their account said last.
 *
 * @param email null where erased
 * @param displayName null where erased
 * @param language the one to write in
 * @param erased whether the account is gone, and only the id left of it
 */
public record Recipient(
    UUID id, String email, String displayName, Language language, boolean erased) {
  public static final String COLUMNS = "r.id, r.email, r.display_name, r.locale, r.erased";

  /** From {@link #COLUMNS}, of which the first is at {@code first}. */
  public static Recipient of(Object[] row, int first) {
    var locale = (String) row[first + 3];
    return new Recipient(
        (UUID) row[first],
        (String) row[first + 1],
        (String) row[first + 2],
        locale == null ? Language.ENGLISH : Language.of(locale),
        (Boolean) row[first + 4]);
  }
}
