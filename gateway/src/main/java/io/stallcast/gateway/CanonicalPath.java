package io.stallcast.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A path in the one spelling by which it is judged: decoded, without a slash at its end.
 *
 * <p>A path that the gateway and a service could read differently has no canonical form: empty or
 * dot segments, encoded slashes, matrix parameters, anything encoded twice.
 */
public record CanonicalPath(String value) {
  private static final String AMBIGUOUS = "\\;%?#\uFFFD";

  /** The canonical form of a path as it was sent; empty where it has none. */
  public static Optional<CanonicalPath> of(String sent) {
    if (sent == null || !sent.startsWith("/")) {
      return Optional.empty();
    }
    return decode(sent)
        .filter(path -> slashes(path) == slashes(sent))
        .map(CanonicalPath::withoutSlashAtEnd)
        .filter(CanonicalPath::isUnambiguous)
        .map(CanonicalPath::new);
  }

  /** Whether this is {@code prefix} or below it, by whole segments. */
  public boolean isUnder(String prefix) {
    return value.startsWith(prefix)
        && (value.length() == prefix.length() || value.charAt(prefix.length()) == '/');
  }

  private static Optional<String> decode(String sent) {
    try {
      String plusKept = sent.replace("+", "%2B");
      return Optional.of(URLDecoder.decode(plusKept, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String withoutSlashAtEnd(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static boolean isUnambiguous(String path) {
    if (path.equals("/")) {
      return true;
    }
    return path.chars().noneMatch(c -> Character.isISOControl(c) || AMBIGUOUS.indexOf(c) >= 0)
        && Arrays.stream(path.substring(1).split("/", -1)).allMatch(CanonicalPath::isName);
  }

  private static boolean isName(String segment) {
    return !segment.isBlank() && !segment.equals(".") && !segment.equals("..");
  }

  private static long slashes(String path) {
    return path.chars().filter(c -> c == '/').count();
  }
}
