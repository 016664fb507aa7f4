package dev.meanwhile.llm.call;

import java.util.ArrayList;
import java.util.List;

/// A switch that stops model calls at once: while they wait at the gate, before the first byte, and while they stream.
/// May be thrown from any thread; once thrown it stays so.
public final class Cancellation {

  /// Undoes a registration; closing it twice does nothing.
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  private final List<Runnable> hooks = new ArrayList<>();
  private boolean cancelled;

  /// A switch that nobody has thrown.
  public Cancellation() {}

  /// Throws the switch and runs what was registered, on this thread.
  public void cancel() {
    List<Runnable> waiting;
    synchronized (this) {
      cancelled = true;
      waiting = List.copyOf(hooks);
      hooks.clear();
    }
    waiting.forEach(Runnable::run);
  }

  /// Whether the switch was thrown.
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /// Runs `hook` when the switch is thrown; at once, on this thread, if it was thrown before.
  ///
  /// @param hook must be quick and must not throw
  public Registration onCancel(Runnable hook) {
    synchronized (this) {
      if (!cancelled) {
        hooks.add(hook);
        return () -> forget(hook);
      }
    }
    hook.run();
    return () -> {};
  }

  private synchronized void forget(Runnable hook) {
    hooks.remove(hook);
  }
}
