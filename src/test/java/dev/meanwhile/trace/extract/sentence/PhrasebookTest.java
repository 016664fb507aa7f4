package dev.meanwhile.trace.extract.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasebookTest {
  private static final Map<String, Class<?>> READERS = Map.of("addressee", Addressee.class, "deeds",
      Deeds.class, "force", Force.class, "plain-words", PlainWords.class, "stance", Stance.class);

  static Stream<Arguments> phrases() {
    return READERS.keySet().stream().sorted().flatMap(PhrasebookTest::phrases);
  }

  private static Stream<Arguments> phrases(String book) {
    return Phrasebook.of(book).families().stream().flatMap(family -> family.list().stream()
        .map(phrase -> Arguments.of(book + ", " + family.name(), phrase)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("phrases")
  void aPatternFindsTheSentencesThatItIsThereFor(String family, Phrases.Phrase phrase) {
    assertThat(phrase.examples()).as(family).isNotEmpty()
        .allSatisfy(example -> assertThat(example).containsPattern(phrase.pattern()));
  }

  static Stream<Arguments> headings() {
    return phrases("section");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("headings")
  void aPatternIsTheWholeOfTheHeadingsThatItIsThereFor(String family, Phrases.Phrase phrase) {
    assertThat(phrase.examples()).as(family).isNotEmpty()
        .allSatisfy(heading -> assertThat(heading).matches(phrase.pattern()));
  }

  static Stream<Arguments> books() {
    return READERS.entrySet().stream().map(book -> Arguments.of(book.getKey(), book.getValue()));
  }

  @ParameterizedTest
  @MethodSource("books")
  void nothingStandsInABookThatNobodyReads(String book, Class<?> reader) {
    assertThat(Phrasebook.of(book).families()).extracting(Phrases::name)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(reader.getDeclaredFields())
            .filter(field -> field.getType() == Phrases.class).map(PhrasebookTest::name).toList());
  }

  private static String name(Field field) {
    try {
      field.setAccessible(true);
      return ((Phrases) field.get(null)).name();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFamilyIsKnownByAnyOfItsPatternsInAnyCase() {
    var books = Phrasebook.of("deeds").phrases("command");

    assertThat(books.areIn("SUPPORT FOR LIDS")).isTrue();
    assertThat(books.areIn("add a way to close the lid")).isTrue();
    assertThat(books.areIn("A lid closes.")).isFalse();
  }

  @Test
  void aPatternThatMindsTheCaseMindsItAlone() {
    var person = Phrasebook.of("addressee").phrases("named person");

    assertThat(person.areIn("Marten will ask the supplier.")).isTrue();
    assertThat(person.areIn("marten will ask the supplier.")).isFalse();
  }

  @Test
  void whatABookDoesNotHaveIsNamed() {
    var book = Phrasebook.of("deeds");

    assertThatThrownBy(() -> Phrasebook.of("poems")).hasMessage("no phrases in poems.txt");
    assertThatThrownBy(() -> book.phrases("sleeping"))
        .hasMessageStartingWith("no phrases [sleeping] among [acting, command");
  }
}
