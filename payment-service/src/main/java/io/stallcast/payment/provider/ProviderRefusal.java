package io.stallcast.payment.provider;

/** The provider understood the call and will not do it, now or later: an answer, not a fault. */
class ProviderRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProviderRefusal(int status) {
    super("refused with " + status, null, false, false);
  }
}
