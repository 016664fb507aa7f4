package dev.meanwhile.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.Problem;
import dev.meanwhile.project.ProjectKey;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
  @Test
  void coverageTakesAProjectOrTheConversations() {
    assertThat(Command.parse("/coverage")).isEqualTo(new Command.Coverage(null));
    assertThat(Command.parse(" /Coverage  apollo "))
        .isEqualTo(new Command.Coverage(new ProjectKey("apollo")));
  }

  @Test
  void testCasesTakeAFrameworkAndAnRtm() {
    assertThat(Command.parse("/testcases")).isEqualTo(new Command.TestCases(null, null));
    assertThat(Command.parse("/testcases JUnit REQ-1: It shall\nwork."))
        .isEqualTo(new Command.TestCases("junit", "REQ-1: It shall\nwork."));
    assertThat(Command.parse("/testcases REQ-1: It shall work."))
        .isEqualTo(new Command.TestCases(null, "REQ-1: It shall work."));
  }

  @Test
  void idsAreRead() {
    var id = UUID.randomUUID();
    assertThat(Command.parse("/cancel " + id)).isEqualTo(new Command.Cancel(id));
    assertThat(Command.parse("/retry " + id)).isEqualTo(new Command.Retry(id));
    assertThat(Command.parse("/task " + id)).isEqualTo(new Command.ShowTask(id));
  }

  @ParameterizedTest
  @Tag("MW-CMD-003")
  @ValueSource(strings = {"/cancel", "/task 12", "/coverage two words", "/project", "/nonsense",
      "coverage", "/etc/passwd", "/help/me"})
  void whatIsWrongIsSaid(String text) {
    assertThatThrownBy(() -> Command.parse(text))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
            .extracting(Problem.FieldError::field).containsExactly("command"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ what", "/", "1/2", "hello /help", "/etc/passwd is open",
      "/api/v1/tasks/{id} shall answer 404."})
  void notEverySlashIsACommand(String text) {
    assertThat(Command.isCommand(text)).isFalse();
  }
}
