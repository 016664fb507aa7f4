package dev.meanwhile.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Problem;
import dev.meanwhile.command.Command;
import dev.meanwhile.command.CommandCaller;
import dev.meanwhile.command.Commands;
import dev.meanwhile.foreign.Place.Ask;
import dev.meanwhile.project.ProjectKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The IDs in bot commands: run as they are, and written as the help says, alone and in a conversation.
final class CommandPlaces {
  private static final Pattern WORD = Pattern.compile("`(/[a-z]+)");
  private static final String DOOR = "/api/v1/bot/commands";

  private final Commands commands;
  private final Belongings caller;
  private final JsonMapper json;
  private final Map<Class<?>, String> words;

  CommandPlaces(Commands commands, Belongings caller, JsonMapper json) {
    this.commands = commands;
    this.caller = caller;
    this.json = json;
    this.words = words();
  }

  /// The words that the help shows, by what they are parsed to when an ID follows; it is a project's key as well.
  private Map<Class<?>, String> words() {
    var help = commands.run(caller(), new Command.Help()).text();
    var words = new HashMap<Class<?>, String>();
    WORD.matcher(help).results().map(found -> found.group(1)).distinct().forEach(
        word -> words.put(Command.parse(word + " " + UUID.randomUUID()).getClass(), word));
    return words;
  }

  List<Place> all() {
    return Arrays.stream(Command.class.getPermittedSubclasses()).flatMap(this::of).toList();
  }

  private Stream<Place> of(Class<?> type) {
    var shape = Shape.of(type);
    return shape.spots().stream().flatMap(spot -> of(type, shape, spot));
  }

  private Stream<Place> of(Class<?> type, Shape shape, Shape.Spot spot) {
    assertThat(words).as("the help shows no word that takes an ID for").containsKey(type);
    var word = words.get(type) + " ";
    var conversation = caller.id("conversation");
    Ask alone = id -> post(DOOR, Map.of("command", word + id));
    Ask within = id -> post(DOOR,
        Map.of("command", word + id, "conversation_id", conversation));
    Ask said = id -> post("/api/v1/conversations/" + conversation + "/messages",
        Map.of("content", word + id));
    return Stream.of(shape.asks(spot, caller, body -> run(type, body)), List.of(alone),
        List.of(within), List.of(said))
        .map(asks -> Place.naming("command %s, %s".formatted(type.getSimpleName(), spot),
            spot.noun(), asks));
  }

  private Reply post(String path, Map<String, String> body) {
    return Reply.of(caller.api().post(path, body));
  }

  private Reply run(Class<?> type, ObjectNode command) {
    try {
      var reply = commands.run(caller(), (Command) json.treeToValue(command, type));
      return new Reply("done", true, reply.text());
    } catch (Problem problem) {
      return Reply.of(problem);
    }
  }

  private CommandCaller caller() {
    return new CommandCaller(caller.user(), null, null,
        new ProjectKey(caller.id(Nouns.PROJECT)), List.of());
  }
}
