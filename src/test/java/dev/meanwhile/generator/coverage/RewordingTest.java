package dev.meanwhile.generator.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RewordingTest {

  @Test
  void whatWentAndWhatCameIsMarked() {
    var rewording = new Rewording("The pump shall stop within 5 s.",
        "The pump shall stop  at once within 2 s.");

    assertThat(rewording.was()).isEqualTo("The pump shall stop within <del>5</del> s.");
    assertThat(rewording.now())
        .isEqualTo("The pump shall stop <ins>at once</ins> within <ins>2</ins> s.");
  }

  @Test
  void foreignTextStaysText() {
    var rewording = new Rewording("show <b>", "show <script>");

    assertThat(rewording.was()).isEqualTo("show <del>&lt;b&gt;</del>");
    assertThat(rewording.now()).isEqualTo("show <ins>&lt;script&gt;</ins>");
  }

  @Test
  void anUnknownOrVeryLongWordingIsShownWithoutMarks() {
    var many = "word ".repeat(700).strip();

    assertThat(new Rewording("", "It shall go.").now()).isEqualTo("It shall go.");
    assertThat(new Rewording("", "It shall go.").was()).isEmpty();
    assertThat(new Rewording(many, many + " more").now()).isEqualTo(many + " more");
  }
}
