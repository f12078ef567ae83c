package io.stallcast.stack;

/** Why the stack does not run, in one sentence for the person who started it. */
public final class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  StackFailure(String sentence) {
    super(sentence);
  }
}
