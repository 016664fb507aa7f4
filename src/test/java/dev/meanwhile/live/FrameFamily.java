package dev.meanwhile.live;

import java.util.List;

/// The frames that clients may send, for tests that try each.
public final class FrameFamily {
  private FrameFamily() {}

  /// The records of the family.
  public static List<Class<?>> all() {
    return List.of(ClientFrame.class.getPermittedSubclasses());
  }
}
