package dev.meanwhile.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.OwnMeanwhileTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.test.context.TestPropertySource;

/// The same with the task API off, in the application of the page's test of that mode.
@OwnMeanwhileTest
@TestPropertySource(properties = "meanwhile.task-api.enabled=false")
@ResourceLock("the application without the task API")
class ForeignIdsTaskApiOffTest extends ForeignIds {
  private static final String TASK_API = "/api/v1/tasks";

  @Test
  void noPathOfTheTaskApiAnswersEvenTheOwner() {
    assertThat(operations).noneMatch(one -> one.path().startsWith(TASK_API));
    var declared = DeclaredPaths.below(TASK_API);
    assertThat(declared).isNotEmpty();
    for (var one : declared) {
      for (var kind : tasks.kinds()) {
        var path = one.path().replace("{taskId}", caller.id(Nouns.TASK))
            .replace("{slug}", kind.slug());
        var answer = caller.api().send(one.method().name(), path,
            Map.of("project_id", caller.id(Nouns.PROJECT)));
        assertThat(path).doesNotContain("{");
        assertThat(answer.status()).as(one.method() + " " + path).isEqualTo(404);
      }
    }
  }
}
