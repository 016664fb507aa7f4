package dev.meanwhile.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a task made is stored together, each name with a version of its own.
@MeanwhileTest
class ArtifactsTest {
  private static final ProjectKey PROJECT = new ProjectKey("p");

  @Autowired
  private Api nobody;
  @Autowired
  private Artifacts artifacts;
  private UserId user;

  @BeforeEach
  void makeUser() {
    user = new UserId(nobody.newUser().user());
  }

  private List<String> store(String... names) {
    return artifacts.store(user, PROJECT, null, null, Stream.of(names)
        .map(name -> NewArtifact.text(name, "other", "text/plain", "of " + name)).toList())
        .stream().map(stored -> stored.name() + " " + stored.version()).toList();
  }

  @Test
  void eachNameCountsItsOwnVersions() {
    assertThat(store("b.txt", "a.txt")).containsExactly("a.txt 1", "b.txt 1");
    assertThat(store("c.txt", "a.txt")).containsExactly("a.txt 2", "c.txt 1");
    assertThat(artifacts.list(user, PROJECT)).extracting(Artifact::name, Artifact::version)
        .hasToString("[(\"a.txt\", 2), (\"b.txt\", 1), (\"c.txt\", 1)]");
  }

  @Test
  void twoOfOneNameAreTwoVersions() {
    store("a.txt");

    assertThat(store("a.txt", "b.txt", "a.txt")).containsExactly("a.txt 2", "a.txt 3", "b.txt 1");
  }

  @Test
  void eachHasItsOwnBytes() {
    store("a.txt", "b.txt");

    assertThat(artifacts.list(user, PROJECT)).allSatisfy(stored -> assertThat(
        artifacts.content(user, stored.artifactId())).asString().isEqualTo("of " + stored.name()));
  }
}
