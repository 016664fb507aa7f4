package dev.meanwhile.store.embedded;

/// The store can't be opened for a reason that the operator can act on; the message says what to do.
public final class StoreRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreRefused(String message) {
    super(message);
  }
}
