package dev.meanwhile.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.meanwhile.Api;
import dev.meanwhile.command.Commands;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.tool.Toolbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// Another user's IDs are answered as if nothing had them: each place that takes an ID is asked twice, with an ID of
/// another user and with one that nobody has, and must say the same; and nothing of the other's has changed.
abstract class ForeignIds {
  @Autowired
  Api nobody;
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;
  @Autowired
  Tasks tasks;
  @Autowired
  Toolbox toolbox;
  @Autowired
  Commands commands;
  @Autowired
  JsonMapper json;

  List<Operation> operations;
  Belongings caller;
  private Belongings other;
  private final Map<String, String> unknown = new HashMap<>();

  @BeforeEach
  void letTwoUsersHaveOneOfEach() {
    operations = Operation.all(mappings);
    caller = new Belongings(nobody.newUser(), tasks);
    other = new Belongings(nobody.newUser(), tasks);
    other.startEndlessTask();
  }

  @AfterEach
  void endTheirTasks() {
    caller.end();
    other.end();
  }

  @Test
  void everyIdInAPathIsAsIfItDidNotExist() throws Exception {
    sweep(new RestPlaces(operations, caller, other).inPaths());
  }

  @Test
  void everyIdInAQueryIsAsIfItDidNotExist() throws Exception {
    sweep(new RestPlaces(operations, caller, other).inQueries());
  }

  @Test
  void everyIdInABodyIsAsIfItDidNotExist() throws Exception {
    sweep(new RestPlaces(operations, caller, other).inBodies());
  }

  @Test
  void noIdComesInAnyOtherWay() {
    assertThat(operations.stream().flatMap(one -> one.hiddenIds().stream())).isEmpty();
  }

  @Test
  void everyIdInAFrameIsAsIfItDidNotExist() throws Exception {
    sweep(new SocketPlaces(operations, caller).inFrames());
  }

  @Test
  void everyIdInAHandshakeIsAsIfItDidNotExist() throws Exception {
    sweep(new SocketPlaces(operations, caller).inHandshakes());
  }

  @Test
  void everyIdOfAToolIsAsIfItDidNotExist() throws Exception {
    sweep(new ToolPlaces(toolbox, caller).all());
  }

  @Test
  void everyIdOfACommandIsAsIfItDidNotExist() throws Exception {
    sweep(new CommandPlaces(commands, caller, json).all());
  }

  private void sweep(List<Place> places) throws Exception {
    assertThat(places).isNotEmpty();
    var before = other.state(operations);
    for (var place : places) {
      tryAt(place);
    }
    assertThat(other.state(operations)).isEqualTo(before);
  }

  private void tryAt(Place place) throws Exception {
    var foreignId = other.id(place.noun());
    var unknownId = unknown.computeIfAbsent(place.noun(), Belongings::unknown);
    var tried = new ArrayList<Reply>();
    for (var ask : place.asks()) {
      var foreign = quietly(ask, foreignId);
      var nothing = quietly(ask, unknownId);
      assertThat(foreign.alike(foreignId)).as(place.name()).isEqualTo(nothing.alike(unknownId));
      assertThat(foreign.text()).as(place.name()).doesNotContain(other.secret());
      if (place.understood().by(nothing, unknownId)) {
        return;
      }
      tried.add(nothing);
    }
    fail("%s never gets as far as the ID: %s", place.name(), tried);
  }

  /// The tasks that a project's key starts have ended before the next reply is compared.
  private Reply quietly(Place.Ask ask, String id) throws Exception {
    var reply = ask.with(id);
    caller.awaitQuiet();
    return reply;
  }
}
