package io.stallcast.stack;

/**
 * Somebody who can log in to the local stack.
 *
 * @param role the one for which this log-in stands; everybody is a buyer besides
 */
public record LogIn(String role, String email, String password, String displayName) {
  /** Made by auth-service itself: nobody can register as one. */
  public static final LogIn ADMIN =
      new LogIn("admin", "admin@stallcast.local", "lantern-under-oak", "Iris Admin");

  public static final LogIn MODERATOR =
      new LogIn("moderator", "moderator@stallcast.local", "quiet-harbour-bell", "Milo Moderator");
}
