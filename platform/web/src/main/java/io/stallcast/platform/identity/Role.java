package io.stallcast.platform.identity;

/** What a caller may be; strings, so that {@code @RolesAllowed} can name them. */
public final class Role {
  /** Every account: buys, watches, chats. */
  public static final String BUYER = "buyer";

  /** Sells and streams. */
  public static final String CREATOR = "creator";

  /** Keeps chat and reviews in order. */
  public static final String MODERATOR = "moderator";

  /** Runs the marketplace. */
  public static final String ADMIN = "admin";

  /** Another service of ours, not a person. */
  public static final String SERVICE = "service";

  private Role() {}
}
