package dev.meanwhile.live;

/// Why a feed ends.
enum Ending {
  /// The client closed its side.
  LEFT("left"),
  /// The token was revoked, or the session is over.
  SIGNED_OUT("signed out"),
  /// The node shuts down; another one, or the next start, goes on.
  DRAINING("shutting down: resume");

  private final String words;

  Ending(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
