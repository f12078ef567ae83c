package io.stallcast.gateway.forwarding;

/** The pod that has the request is found not to be well, while another one is. */
final class PodLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PodLostException() {
    super("The pod does not answer any more", null, false, false);
  }

  /** The pod's failure is its own: the upstream goes on without it. */
  PodLostException(Throwable failure) {
    super(failure.getMessage(), failure, false, false);
  }
}
