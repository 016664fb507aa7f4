package dev.meanwhile.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasebookTest {
  private static final Path TEXTS = Path.of("src/main/resources");

  /// Those classes that have a book beside them.
  static List<Class<?>> readers() throws IOException {
    try (var files = Files.walk(TEXTS.resolve("dev"))) {
      return files.filter(Files::isRegularFile).sorted().<Class<?>>map(PhrasebookTest::reader)
          .toList();
    }
  }

  private static Class<?> reader(Path book) {
    var name = TEXTS.relativize(book).toString().replaceFirst("\\.txt$", "").replace('/', '.');
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("nobody reads " + book, e);
    }
  }

  static Stream<Arguments> phrases() throws IOException {
    return readers().stream().flatMap(reader -> Phrasebook.of(reader).families().stream()
        .flatMap(family -> family.list().stream().map(phrase -> Arguments
            .of(reader.getSimpleName() + ", " + family.name(), phrase))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("phrases")
  void aPatternFindsTheSentencesThatItIsThereFor(String family, Phrases.Phrase phrase) {
    assertThat(phrase.examples()).as(family).isNotEmpty()
        .allSatisfy(example -> assertThat(example).containsPattern(phrase.pattern()));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void nothingStandsInABookThatNobodyReads(Class<?> reader) {
    assertThat(Phrasebook.of(reader).families()).isNotEmpty().extracting(Phrases::name)
        .isSubsetOf(Stream.concat(Stream.of(reader), Arrays.stream(reader.getDeclaredClasses()))
            .flatMap(PhrasebookTest::families).toList());
  }

  /// What a class keeps, and an enum's constants, which may be families by their names.
  private static Stream<String> families(Class<?> reader) {
    return Arrays.stream(reader.getDeclaredFields())
        .filter(field -> field.isEnumConstant()
            || (field.getType() == Phrases.class && Modifier.isStatic(field.getModifiers())))
        .map(PhrasebookTest::family);
  }

  private static String family(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null) instanceof Phrases phrases
          ? phrases.name()
          : field.getName().toLowerCase(Locale.ROOT).replace('_', ' ');
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static final Phrases LIDS = new Phrases("lids", List.of(
      new Phrases.Phrase("^shut the lid", List.of()), new Phrases.Phrase("(?-i)LID", List.of())));

  @Test
  void aFamilyIsKnownByAnyOfItsPatternsInAnyCaseUnlessItMindsTheCase() {
    assertThat(Stream.of("SHUT THE LID!", "the LID", "the lid", "I shut the lid")
        .filter(LIDS::areIn)).containsExactly("SHUT THE LID!", "the LID");
    assertThat(Stream.of("Shut the lid", "Shut the lid!").filter(LIDS::are))
        .containsExactly("Shut the lid");
    assertThat(LIDS.hiddenIn("Shut the lid, LID, lid.")).isEqualTo("that, that, lid.");
    assertThat(LIDS.cutFrom("Shut the lid, LID, lid.")).isEqualTo(" ,  , lid.");
  }

  @Test
  void aFamilySaysWhereItsPhrasesStand() {
    assertThat(Stream.of("Shut the lid!", "the LID", "LID, shut the lid").filter(LIDS::begin))
        .containsExactly("Shut the lid!", "LID, shut the lid");
    assertThat(LIDS.in("shut the lid, LID").results().map(MatchResult::start))
        .containsExactly(0, 14);
    assertThat(LIDS.between("a LID, a lid")).containsExactly("a ", ", a lid");
  }

  @Test
  void upToThreeOfAFamilyAreKnownTogether() {
    assertThat(Stream.of("LID", "LID and LID", "LID, LID & LID", "LID, LID, LID, LID", "LID LID")
        .filter(LIDS.together()::are)).containsExactly("LID", "LID and LID", "LID, LID & LID");
  }

  /// Has a book of its own.
  private static final class Ferry {}

  /// Has a book that mentions what it doesn't explain.
  private static final class Wreck {}

  @Test
  void aBookIsReadByItsLines() {
    var ferry = Phrasebook.of(Ferry.class);

    assertThat(ferry.families()).extracting(Phrases::name).containsExactly("at sea", "in port");
    assertThat(ferry.phrases("at sea").list()).extracting(phrase -> phrase.pattern().pattern())
        .containsExactly("^the (?:ferry|boat) (?:sails|rolls) (?:north|south)", "[ ]at sea");
    assertThat(ferry.phrases("at sea").list()).extracting(Phrases.Phrase::examples)
        .containsExactly(List.of("The boat sails north.", "The ferry rolls south."), List.of());
  }

  /// Has a book that takes over what that of the ferry explains.
  private static final class Dinghy {}

  @Test
  void aBookTakesOverWhatAnotherOneExplains() {
    assertThat(Phrasebook.of(Dinghy.class).families()).singleElement()
        .satisfies(boats -> assertThat(boats.list().getFirst().pattern().pattern())
            .isEqualTo("^the (?:ferry|boat) and the dinghy"));
  }

  /// Has a book that takes over what one of another package explains, which took it over from a third.
  private static final class Tug {}

  @Test
  void aBookTakesOverWhatOneOfAnotherPackageExplains() {
    assertThat(Phrasebook.of(Tug.class).families()).singleElement()
        .satisfies(boats -> assertThat(boats.list().getFirst().pattern().pattern())
            .isEqualTo("^the tug tows the (?:ferry|boat) past the (?:quay|mole)"));
  }

  @Test
  void whatABookDoesNotHaveIsNamed() {
    assertThatThrownBy(() -> Phrasebook.of(PhrasebookTest.class))
        .hasMessage("no phrases in PhrasebookTest.txt");
    assertThatThrownBy(() -> Phrasebook.of(Ferry.class).phrases("on land"))
        .hasMessage("no phrases [on land] among [at sea, in port]");
    assertThatThrownBy(() -> Phrasebook.of(Wreck.class))
        .hasMessage("{boat} isn't explained above its mention");
  }
}
