package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words that link to something in a need of reStructuredText.
class RstRolesTest {
  private final Documents documents = Documents.withDefaults();

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
    The :term:`tank` shall be full.                 | The tank shall be full.
    The :term:`tanks <tank>` shall be full.         | The tanks shall be full.
    The tank of :need:`TNK_1` shall be :ref:`full`. | The tank of TNK_1 shall be full.
    The tank of 3 m\\ :sup:`3`\\ s shall be full.     | The tank of 3 m3s shall be full.
    The ``:term:`` shall be `full`.                 | The ``:term:`` shall be `full`.
    At 12:30:`half` it shall be full.               | At 12:30:`half` it shall be full.
    """)
  void aNeedSaysTheWordsOfItsRoles(String written, String read) {
    var text = ".. req:: Fill\n   :id: TNK_2\n\n   " + written + "\n";

    assertThat(documents.read("a.rst", text.getBytes(StandardCharsets.UTF_8)).passages())
        .extracting(Passage::text).containsExactly(read);
  }
}
