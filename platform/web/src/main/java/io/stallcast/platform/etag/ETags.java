package io.stallcast.platform.etag;

import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Strong entity tags that are the version of an aggregate.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-if-match">RFC 9110, 13.1.1</a>
 */
public final class ETags {
  private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

  private ETags() {}

  /** The tag of {@code version}, quotes included: {@code "3"}. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /**
   * The version that an {@code If-Match} header asks for; {@link #requirePresent} compares it with
   * the present one.
   *
   * @param ifMatch the header; null where absent
   * @throws ProblemException 428 if it is absent, or {@code *}, which protects no update; 412 if it
   *     cannot match: a weak tag, a list, or not a tag of ours
   */
  public static long version(String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
      throw new ProblemException(
          StandardProblem.PRECONDITION_REQUIRED, "Send If-Match with the ETag that you have read.");
    }
    Matcher tag = VERSION.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw changed();
    }
    return Long.parseLong(tag.group(1));
  }

  /**
   * Lets an update of the present version pass.
   *
   * @param present the version that is stored
   * @param asked what {@link #version} read
   * @throws ProblemException 412 where they differ
   */
  public static void requirePresent(long present, long asked) {
    if (present != asked) {
      throw changed();
    }
  }

  private static ProblemException changed() {
    return new ProblemException(
        StandardProblem.PRECONDITION_FAILED, "Read it again, then apply your change to that.");
  }
}
