package io.stallcast.platform.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.stallcast.platform.time.Instants;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * A position in a sorted list: the sort values of the last row seen, most significant first. On the
 * wire it is a JSON array of strings in base64url without padding (RFC 4648, 5).
 *
 * <p>Cursors come from clients: every reading method answers a forged one with a 400 problem.
 *
 * @param values texts of the values; neither null nor with nulls
 */
public record Cursor(List<String> values) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 2048;

  public Cursor {
    values = List.copyOf(values);
  }

  /**
   * The position of a row with these sort values; each is written by its {@code toString}.
   *
   * @throws NullPointerException if a value is null: sort columns must not be nullable
   */
  public static Cursor of(Object... values) {
    return new Cursor(
        Arrays.stream(values).map(Objects::requireNonNull).map(Object::toString).toList());
  }

  /**
   * Reads what {@link #encode()} wrote.
   *
   * @throws ProblemException 400 {@code malformed_request} if {@code text} is not a cursor
   */
  public static Cursor decode(String text) {
    if (text.length() > LONGEST) {
      throw forged();
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(text);
      return new Cursor(JSON.readValue(json, new TypeReference<List<String>>() {}));
    } catch (IOException | IllegalArgumentException | NullPointerException e) {
      throw forged();
    }
  }

  /** This position as clients pass it around; never null. */
  public String encode() {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(values));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A list of strings is always JSON", e);
    }
  }

  /** The value at {@code index} (from 0) as a UUID. */
  public UUID uuid(int index) {
    return read(index, UUID::fromString);
  }

  /** The value at {@code index} (from 0) as an instant. */
  public Instant instant(int index) {
    return read(index, Instants::parse);
  }

  /** The value at {@code index} (from 0) as a whole number. */
  public long number(int index) {
    return read(index, Long::parseLong);
  }

  /** The value at {@code index} (from 0) as it is. */
  public String text(int index) {
    return read(index, Function.identity());
  }

  private <T> T read(int index, Function<String, T> reader) {
    if (index >= values.size()) {
      throw forged();
    }
    try {
      return reader.apply(values.get(index));
    } catch (RuntimeException e) {
      throw forged();
    }
  }

  private static ProblemException forged() {
    return new ProblemException(
        StandardProblem.MALFORMED_REQUEST, "The cursor is not one that this list gave out.");
  }
}
