package dev.meanwhile.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.testing.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  /// As earlier versions and other tools write them.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"a; b|a/b", "a;b;|a/b", ";;a|a",
      "A-1,A-2|A-1/A-2", "A-1, ,A-2,|A-1/A-2", "Start, then stop|Start, then stop", "a,b; c|a,b/c",
      "\"a\"; \"b\"|\"a\"/\"b\"", "\"a\" and; b|\"a\" and/b", "say \"a; b|say \"a/b",
      "\"a;b|\"a/b", "\"a;b\" c; d|\"a/b\" c/d", "\"|\"", "\"\"|\"\"", "5\"; 6\"|5\"/6\""})
  void aCellIsReadAsItAlwaysWas(String cell, String names) {
    assertThat(Names.in(cell)).containsExactly(names.split("/"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"a;b\"|a;b", "\"a;b\" ; c|a;b/c",
      "c; \"a, \"\"b\"\"\"|c/a, \"b\"", "\"a,b\"|a,b"})
  void aNameInQuotesIsOne(String cell, String names) {
    assertThat(Names.in(cell)).containsExactly(names.split("/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", " ; "})
  void aCellWithoutANameHasNone(String cell) {
    assertThat(Names.in(cell)).isEmpty();
  }

  @Test
  void linesSeparateToo() {
    assertThat(Names.in("a\r\nb\n\n\"c\nd\"")).containsExactly("a", "b", "c\nd");
  }

  @Test
  void whatIsJoinedIsReadBack() {
    var random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      var names = new ArrayList<String>();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        names.add(name(random));
      }

      assertThat(Names.in(Names.joined(names.stream()))).isEqualTo(names);
    }
  }

  /// Not blank, without white space around it.
  private static String name(Random random) {
    var name = new StringBuilder();
    while (name.toString().isBlank()) {
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        name.append(";,\" ab\n".charAt(random.nextInt(7)));
      }
    }
    return name.toString().strip();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a;", "\"\";", "\";\"", "\"\"\"", "\" ", "\"a,"})
  void aLongCellIsReadInTime(String part) {
    Effort.assertReadLikePlain(part.repeat(50_000), Names::in);

    assertThat(Names.in(Names.joined(Stream.of(part.repeat(10_000).strip(), "b"))))
        .isEqualTo(List.of(part.repeat(10_000).strip(), "b"));
  }
}
