package io.stallcast.auth.password;

import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * What a new password must be: long, and not among those that are tried first. No rules of
 * composition, as they make passwords worse.
 *
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html">NIST SP 800-63B</a>
 */
@ApplicationScoped
class PasswordRules {
  private static final int MAX_LENGTH = 128;
  private static final int FEWEST_DIFFERENT = 4;
  private static final String COMMON_LIST = "/common-passwords.txt";

  private record Rule(BiPredicate<String, String> isBroken, String message) {}

  private final Set<String> common = readCommon();
  private final int minLength;
  private final List<Rule> rules;

  PasswordRules(PasswordConfig config) {
    minLength = config.minLength();
    rules =
        List.of(
            new Rule(this::isTooShort, "must have at least " + minLength + " characters"),
            new Rule(this::isTooLong, "must have at most " + MAX_LENGTH + " characters"),
            new Rule(this::isCommon, "is among the passwords that are tried first"),
            new Rule(this::isMonotonous, "must have more different characters"),
            new Rule(this::isTheAddress, "must not be the e-mail address"));
  }

  /** Refuses {@code password} by the first rule that it breaks. */
  void require(String password, String email) {
    rules.stream()
        .filter(rule -> rule.isBroken().test(password, email))
        .findFirst()
        .ifPresent(broken -> {
          throw ProblemException.invalid("password", broken.message());
        });
  }

  private boolean isTooShort(String password, String email) {
    return password.codePointCount(0, password.length()) < minLength;
  }

  private boolean isTooLong(String password, String email) {
    return password.codePointCount(0, password.length()) > MAX_LENGTH;
  }

  private boolean isCommon(String password, String email) {
    return common.contains(password.toLowerCase(Locale.ROOT));
  }

  private boolean isMonotonous(String password, String email) {
    return password.codePoints().distinct().count() < FEWEST_DIFFERENT;
  }

  private boolean isTheAddress(String password, String email) {
    String local = email.substring(0, Math.max(0, email.indexOf('@')));
    return password.equalsIgnoreCase(email) || password.equalsIgnoreCase(local);
  }

  private static Set<String> readCommon() {
    try (InputStream list = PasswordRules.class.getResourceAsStream(COMMON_LIST);
        var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
