package dev.meanwhile.testing;

import static dev.meanwhile.testing.ScriptedReply.call;

import dev.meanwhile.testing.Player.Speech;
import dev.meanwhile.testing.ScriptedReply.Call;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A way in which a model's reply goes wrong.
///
/// @param told what the user reads about it; "" when there is nothing to tell
/// @param harm what becomes of the turn
/// @param times replies in a row that go wrong
/// @param fits which good replies it can come instead of
/// @param reply what comes instead
public record Fault(String name, String told, Harm harm, int times, Predicate<Speech> fits,
    Function<Speech, ScriptedReply> reply) {
  /// What becomes of a turn.
  public enum Harm {
    /// It goes on.
    NONE,
    /// It ends with half a reply.
    REPLY_CUT,
    /// It ends failed.
    TURN_FAILS
  }

  private static final String CUT_OFF = "was cut off";
  private static final String ERROR = "reported an error";
  private static final String BEGUN = "I will now ";

  /// Nothing goes wrong.
  public static final Fault NONE = new Fault("none", "", Harm.NONE, 0, _ -> false, Speech::reply);

  /// Every way, for a client that repeats a refused request once.
  public static List<Fault> all() {
    return Stream.of(refusals(), brokenStreams(), truncated(), oddCalls()).flatMap(List::stream)
        .toList();
  }

  private static List<Fault> refusals() {
    return List.of(
        new Fault("429 with Retry-After", "", Harm.NONE, 1, _ -> true,
            _ -> busy("1")),
        fails("429 with too long a Retry-After", "asks for fewer calls", _ -> busy("600")),
        new Fault("500", "failed with status 500", Harm.TURN_FAILS, 2, _ -> true,
            _ -> ScriptedReply.status(500, "secret-host: boom")));
  }

  private static ScriptedReply busy(String seconds) {
    return ScriptedReply.statusWith(429, "secret-host: slow down", Map.of("Retry-After", seconds));
  }

  private static List<Fault> brokenStreams() {
    return List.of(
        fails("cut before tool calls", CUT_OFF, _ -> ScriptedReply.breaks(BEGUN)),
        failsInCalls("cut after tool calls", ScriptedReply::breaksAfter),
        fails("stalled", "fell silent", _ -> ScriptedReply.stallsAfter(BEGUN)),
        fails("malformed chunk", "can't be read",
            _ -> ScriptedReply.saysAndSends(BEGUN, "{secret-host")),
        fails("error among the chunks", ERROR, _ -> ScriptedReply.saysAndSends(BEGUN,
            "{\"error\":{\"message\":\"secret-host\"}}")),
        fails("error event", ERROR, _ -> ScriptedReply.errorEvent(BEGUN)),
        fails("no stream", "doesn't stream", _ -> ScriptedReply.plainBody("secret-host")));
  }

  private static List<Fault> truncated() {
    return List.of(
        new Fault("text at the length limit", "is cut here", Harm.REPLY_CUT, 1,
            good -> good.calls().isEmpty(),
            good -> ScriptedReply.saysButFinishes("length", good.text().substring(0, 5))),
        failsInCalls("tool calls at the length limit",
            calls -> ScriptedReply.callsButFinishes("length", calls)),
        fails("text without finish reason", CUT_OFF, _ -> ScriptedReply.endsEarly(BEGUN)),
        failsInCalls("tool calls without finish reason", ScriptedReply::endsEarlyAfter),
        fails("nothing but the end", CUT_OFF, _ -> ScriptedReply.onlyDone()));
  }

  private static List<Fault> oddCalls() {
    return List.of(
        passes("unknown tool", "no tool", call -> Stream.of(call("delete_everything", "{}"))),
        passes("bad arguments", "aren't a JSON object",
            call -> Stream.of(call(call.name(), "{\"task_id\":"))),
        passes("unknown arguments", "didn't work",
            call -> Stream.of(call(call.name(), "{\"colour\":1}"))),
        passes("each call twice", "", call -> Stream.of(call, call)));
  }

  private static Fault fails(String name, String told, Function<Speech, ScriptedReply> reply) {
    return new Fault(name, told, Harm.TURN_FAILS, 1, _ -> true, reply);
  }

  private static Fault failsInCalls(String name, Function<Call[], ScriptedReply> reply) {
    return new Fault(name, CUT_OFF, Harm.TURN_FAILS, 1, Fault::hasCalls,
        good -> reply.apply(good.calls().toArray(Call[]::new)));
  }

  private static Fault passes(String name, String told, Function<Call, Stream<Call>> instead) {
    return new Fault(name, told, Harm.NONE, 1, Fault::hasCalls, good -> ScriptedReply
        .calls(good.calls().stream().flatMap(instead).toArray(Call[]::new)));
  }

  private static boolean hasCalls(Speech good) {
    return !good.calls().isEmpty();
  }

  @Override
  public String toString() {
    return name;
  }
}
