package dev.meanwhile.trace.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Changes;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Standing;
import dev.meanwhile.trace.extract.Extraction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final List<String> HEADER = List.of("ID", "Description", "Verification Method",
      "Testcase", "Test Result");
  private static final Rtm FIRST = rtm(List.of("A-1", "The pump shall stop.", "Test", "T1", "Pass"),
      List.of("A-2", "The door shall open.", "Test", "T2", "Pass"),
      List.of("A-3", "The lamp shall glow red at night.", "Inspection", "", ""));

  @Test
  void thatNothingChangedIsNoChange() {
    assertThat(Comparison.follow(FIRST, FIRST)).isEqualTo(FIRST);
  }

  @Test
  void whatCameWentAndChangedIsNamed() {
    var changes = changes(FIRST, rtm(List.of("A-1", "The pump shall rest.", "Test", "T1", "Pass"),
        List.of("A-2", "The door shall open.", "Demo", "T2", "Pass"),
        List.of("A-4", "The horn shall sound.", "Test", "", "")));

    assertThat(changes.added()).containsExactly("A-4");
    assertThat(changes.removed()).containsExactly("A-3");
    assertThat(changes.reworded()).containsExactly(
        new Changes.Change("A-1", "The pump shall stop.", "The pump shall rest."));
    assertThat(changes.methods()).containsExactly(new Changes.Change("A-2", "Test", "Demo"));
  }

  @Test
  void whatWasRenamedNeitherWentNorCame() {
    var changes = changes(FIRST, rtm(List.of("A-1", "The pump shall stop.", "Test", "T1", "Pass"),
        List.of("B-9", "The lamp shall glow red at night.", "Inspection", "", "")));

    assertThat(changes.renamed()).extracting(Changes.Renamed::after).containsExactly("B-9");
    assertThat(changes.added()).isEmpty();
    assertThat(changes.removed()).as("A-2 is gone, A-3 isn't").containsExactly("A-2");
  }

  @Test
  void theEarlierVersionIsNamedByWhatItSaid() {
    var now = rtm(row("Z-1", "The horn shall sound."));
    var other = rtm(row("A-1", "The pump shall rest."));

    assertThat(changes(FIRST, now).since()).isNotEmpty()
        .isEqualTo(changes(FIRST, other).since()).isNotEqualTo(changes(other, now).since());
  }

  @Test
  void aDeletionIsAChangeOfStatus() {
    var changes = changes(FIRST,
        rtm(List.of("A-1", "DELETED: The pump shall stop.", "Test", "T1", "Pass"),
            List.of("A-2", "The door shall open.", "Test", "T2", "Pass"),
            List.of("A-3", "The lamp shall glow red at night.", "Inspection", "", "")));

    assertThat(changes.statuses()).containsExactly(new Changes.Change("A-1", "active", "deleted"));
  }

  @Test
  void aPrefixThatWasExchangedIsARenameOfAll() {
    var before = rtm(row("XYX1000", "XYX shall count commands."),
        row("XYX1001", "XYX shall reject errors."),
        row("XYX2000", "XYX shall sleep."));
    var changes = changes(before, rtm(row("XY1000", "XY shall count commands."),
        row("XY1001", "XY shall reject errors."), row("XY2000", "XY shall sleep."),
        row("XY3000", "XY shall wake.")));

    assertThat(changes.renamed()).extracting(Changes.Renamed::after)
        .containsExactly("XY1000", "XY1001", "XY2000");
    assertThat(changes.added()).containsExactly("XY3000");
    assertThat(changes.removed()).isEmpty();
    assertThat(changes.reworded()).hasSize(3);
  }

  @Test
  void theSameWordsUnderAnotherIdAreARename() {
    var changes = changes(FIRST,
        rtm(row("A-1", "The pump shall stop."), row("A-2", "The door shall open."),
            row("LAMP-7", "The lamp shall glow red at night.")));

    assertThat(changes.renamed()).containsExactly(
        new Changes.Renamed("A-3", "LAMP-7", "the wording is the same"));
  }

  @Test
  void likeWordingsAreFoundWithoutComparingEachWithEach() {
    var random = new Random(7);
    var texts = new LinkedHashMap<String, String>();
    for (int i = 0; i < 400; i++) {
      texts.put("T-" + i, random.ints(12, 0, 300).mapToObj(w -> "w" + w)
          .collect(Collectors.joining(" ", "The unit shall ", "")));
    }
    var wordings = new Wordings(texts);
    int looked = 0;
    for (var text : texts.values()) {
      var reworded = Similarity.of(text.replaceFirst(" w\\d+", " other"));
      var near = wordings.perhapsLike(reworded, 0.9);
      looked += near.size();
      assertThat(near).containsAll(texts.keySet().stream()
          .filter(id -> wordings.get(id).to(reworded) >= 0.9).toList()).isNotEmpty();
    }
    assertThat(looked).isLessThan(400 * 400 / 5);
  }

  @Test
  void aComparisonCanBeStopped() {
    var second = rtm(row("B-1", "The valve shall close."));

    assertThatThrownBy(() -> Comparison.follow(FIRST, second, () -> {
      throw new IllegalStateException("stopped");
    })).hasMessage("stopped");
  }

  @Test
  void eachFamilyAndEachRequirementThatIsGoneIsAChanceToStop() {
    var looks = new AtomicInteger();

    Comparison.follow(FIRST, rtm(row("Z-1", "The horn shall sound.")), looks::incrementAndGet);

    assertThat(looks).as("the family of A, and its three").hasValue(4);
  }

  @Test
  void anIdWithoutANumberIsRenamedByItsWords() {
    var changes = changes(rtm(row("PUMP_STOP", "The pump shall stop.")),
        rtm(row("PUMP_REST", "The pump shall stop.")));

    assertThat(changes.renamed()).containsExactly(
        new Changes.Renamed("PUMP_STOP", "PUMP_REST", "the wording is the same"));
  }

  @Test
  void aStatementThatIsStillToBeFilledInIsRenamedToOneThatIsToo() {
    var changes = changes(rtm(row("A-1", "The pump shall stop."), row("A-2", "...")),
        rtm(row("A-1", "The pump shall stop."), row("B-7", "---")));

    assertThat(changes.renamed()).containsExactly(
        new Changes.Renamed("A-2", "B-7", "the wording is nearly the same"));
  }

  @Test
  void aNewTestOfARewordedRequirementSawTheNewWords() {
    var second = Comparison.follow(FIRST,
        rtm(List.of("A-1", "The pump shall rest.", "Test", "T9", "Pass")));

    assertThat(second.links()).extracting(Link::target, Link::suspect)
        .containsExactly(tuple("T9", false));
  }

  @Test
  void aLinkThatStoodTwiceIsFollowedLikeAnyOther() {
    var twice = FIRST.following(null,
        Stream.concat(FIRST.links().stream(), FIRST.links().stream()).toList());
    var second = Comparison.follow(twice,
        rtm(List.of("A-1", "The pump shall rest.", "Test", "T1", "Pass")));

    assertThat(second.links()).extracting(Link::target, Link::suspect)
        .containsExactly(tuple("T1", true));
  }

  @Test
  void aLinkIsSuspectUntilItsTestRanAgain() {
    var reworded = rtm(List.of("A-1", "The pump shall rest.", "Test", "T1", "Pass"),
        List.of("A-2", "The door shall open.", "Test", "T2", "Pass"));
    var second = Comparison.follow(FIRST, reworded);
    var third = Comparison.follow(second, reworded);
    var retested = Comparison.follow(third,
        rtm(List.of("A-1", "The pump shall rest.", "Test", "T1", "Pass again")));

    assertThat(second.links()).filteredOn(Link::suspect).extracting(Link::target)
        .containsExactly("T1");
    assertThat(second.standings()).containsEntry("A-1", Standing.SUSPECT).containsEntry("A-2",
        Standing.PASSED);
    assertThat(third.links()).filteredOn(Link::suspect).hasSize(1);
    assertThat(retested.links()).noneMatch(Link::suspect);
  }

  private static Changes changes(Rtm before, Rtm after) {
    return Objects.requireNonNull(Comparison.follow(before, after).changes());
  }

  private static List<String> row(String id, String text) {
    return List.of(id, text, "", "", "");
  }

  @SafeVarargs
  private static Rtm rtm(List<String>... rows) {
    var passages = new ArrayList<>(List.of(Passage.row(HEADER, Source.row("rtm.csv", 1, 1, null))));
    for (var row : rows) {
      passages.add(Passage.row(row, Source.row("rtm.csv", 1, passages.size() + 1, null)));
    }
    return Extraction.of(passages);
  }
}
