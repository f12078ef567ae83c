package io.stallcast.platform.operating;

import io.stallcast.platform.problem.ProblemType;

/** Why an operator's wish cannot be met; the code is the constant's name in lower case. */
enum DeadLetterProblem implements ProblemType {
  /** It was replayed or discarded. */
  DEAD_LETTER_SETTLED("The dead letter is settled"),
  /** The first one of its key is to be seen to. */
  DEAD_LETTER_BEHIND("The dead letter waits behind another"),
  /** It is being replayed. */
  DEAD_LETTER_REPLAYING("The dead letter is being replayed");

  private final String title;

  DeadLetterProblem(String title) {
    this.title = title;
  }

  @Override
  public int status() {
    return 409;
  }

  @Override
  public String title() {
    return title;
  }
}
