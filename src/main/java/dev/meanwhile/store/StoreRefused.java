package dev.meanwhile.store;

/// The store can't be opened for a reason that the operator can act on; the message says what to do.
final class StoreRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreRefused(String message) {
    super(message);
  }
}
