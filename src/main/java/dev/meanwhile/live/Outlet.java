package dev.meanwhile.live;

import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/// Where a feed's events go. A write blocks while the reader is slow, and fails once its deadline has passed.
interface Outlet {

  /// Comes once, before everything else.
  void begin() throws IOException;

  /// Writes an event; it may wait in a buffer until [#flush()].
  void event(ObjectNode event) throws IOException;

  /// Says that all is well, and how far the feed is.
  void heartbeat(long seq) throws IOException;

  /// Sends what was written.
  void flush() throws IOException;

  /// Says goodbye; the reader may come back and go on after `seq`.
  void end(Ending ending, long seq) throws IOException;
}
