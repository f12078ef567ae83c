package io.stallcast.chat;

import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.ProblemType;

/** The failures that only rooms have; the code is the constant's name in lower case. */
public enum ChatProblem implements ProblemType {
  /** The room is not for everybody, and nothing entitles the caller to it. */
  NO_ACCESS(403, "You have no access to this room"),
  BANNED(403, "You are banned from this room"),
  TIMED_OUT(403, "You may not write for now"),
  SLOW_MODE(429, "Wait before you write again"),
  FOLLOWERS_ONLY(403, "Only who follows the creator may write here"),
  OWNERS_ONLY(403, "Only who has one of the room's products may write here"),
  WORD_REFUSED(422, "The message has a word that is not wanted here"),
  LINK_REFUSED(422, "Links are not wanted here"),
  ROOM_CLOSED(409, "The room is closed"),
  /** It is as asked for already, or too old to change. */
  NOTHING_TO_CHANGE(409, "There is nothing to change");

  private final int status;
  private final String title;

  ChatProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** A failure of this type; {@code detail} is for the client's eyes. */
  public ProblemException because(String detail) {
    return new ProblemException(this, detail);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
