package dev.meanwhile.testing;

import dev.meanwhile.testing.Player.Speech;
import dev.meanwhile.testing.ScriptedModelServer.Asked;
import java.util.function.Function;

/// A model that speaks as a [Player] does until a fault strikes. Only conversations are struck: generators are answered
/// as they should be.
public final class FaultyModel implements Function<Asked, ScriptedReply> {
  private final Function<Asked, Speech> player;
  private Fault fault = Fault.NONE;
  private int callsBefore;
  private int left;
  private int struck;

  /// Faultless so far.
  public FaultyModel(Function<Asked, Speech> player) {
    this.player = player;
  }

  /// Lets the fault strike once, after this many more calls.
  public synchronized void strike(Fault next, int after) {
    fault = next;
    callsBefore = after;
    left = next.times();
  }

  /// How many replies went wrong.
  public synchronized int struck() {
    return struck;
  }

  @Override
  public synchronized ScriptedReply apply(Asked asked) {
    var good = player.apply(asked);
    if (asked.tools().isEmpty() || left == 0 || callsBefore-- > 0 || !fault.fits().test(good)) {
      return good.reply();
    }
    left--;
    struck++;
    return fault.reply().apply(good);
  }
}
