package io.stallcast.testprovider;

/** Ends a request with an error that the merchant can tell from others. */
public class ProviderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  public ProviderException(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  public static ProviderException notFound() {
    return new ProviderException(404, "not_found", "There is no such charge.");
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }
}
