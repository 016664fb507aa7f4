package dev.meanwhile.llm.embedded.wish;

import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.llm.embedded.said.Said;
import dev.meanwhile.llm.embedded.said.SmallTalk;
import java.util.List;
import java.util.Locale;

/// What a user wants, in the light of what was said before: a message may answer, confirm or correct.
public final class Wishes {
  private static final Phrasebook BOOK = Phrasebook.of(Wishes.class);
  private static final Phrases YES = BOOK.phrases("yes");
  private static final Phrases NO = BOOK.phrases("no");
  private static final Phrases CORRECTION = BOOK.phrases("correction");

  private Wishes() {}

  /// What was understood.
  ///
  /// @param said the message, with the one before it when it answers a question about that
  /// @param wishes in order, never empty
  public record Understood(Said said, List<Wish> wishes) {}

  /// What the last message asks for, among what may be called.
  public static Understood in(Talk talk, Offer offer) {
    var said = talk.now().said();
    var confirmed = confirmed(talk);
    if (!confirmed.isEmpty()) {
      return new Understood(said, confirmed);
    }
    var attached = Attached.in(talk);
    var meant = said.files().isEmpty() ? attached.meant(said.wish()) : said.files();
    said = said.with(meant);
    var wishes = Reading.of(said, offer);
    var question = Question.askedIn(talk.before().reply());
    if (question.isPresent() && (isSilent(wishes) || isChoice(question.get(), wishes))) {
      said = answer(question.get(), talk);
      wishes = Reading.of(said, offer);
    }
    if (isSilent(wishes) && CORRECTION.areIn(said.wish().toLowerCase(Locale.ROOT))) {
      return corrected(talk, offer, attached, said);
    }
    return new Understood(said,
        wishes.isEmpty() ? List.of(new Wish.Say(SmallTalk.answer(said))) : wishes);
  }

  private static List<Wish> confirmed(Talk talk) {
    var lower = talk.now().said().wish().toLowerCase(Locale.ROOT).strip();
    var open = talk.before().calls().stream().filter(Talk.Call::wantsConfirmation).toList();
    boolean isAnswer = YES.begin(lower) || NO.begin(lower);
    if (open.isEmpty() || !isAnswer) {
      return List.of();
    }
    return YES.begin(lower)
        ? open.stream().<Wish>map(Wish.Confirmed::new).toList()
        : List.of(new Wish.Say("All right, I leave it."));
  }

  /// The last wish that started something, with the file that was meant.
  private static Understood corrected(Talk talk, Offer offer, Attached attached, Said said) {
    var earlier = talk.newestFirst().stream().skip(1).map(Talk.Turn::said)
        .filter(it -> Reading.of(it, offer).stream().anyMatch(w -> w instanceof Wish.Start))
        .findFirst();
    if (earlier.isEmpty() || said.files().isEmpty()) {
      var names = attached.names();
      return new Understood(said, List.of(new Wish.Say(names.isEmpty()
          ? Question.FILE.text()
          : "Which file do you mean? Name one of these, or attach another: " + names + ".")));
    }
    var again = said.correcting(earlier.get(), said.files());
    return new Understood(again, Reading.of(again, offer));
  }

  private static boolean isSilent(List<Wish> wishes) {
    return wishes.stream().allMatch(it -> it instanceof Wish.Say);
  }

  private static boolean isChoice(Question question, List<Wish> wishes) {
    boolean asksWhat = question == Question.WHAT_WITH_TEXT || question == Question.WHAT_WITH_FILE;
    return asksWhat && wishes.stream().anyMatch(it -> it instanceof Wish.Start);
  }

  private static Said answer(Question question, Talk talk) {
    var said = talk.now().said();
    var earlier = talk.before().said();
    if (question == Question.PROJECT) {
      var named = new Said(said.news(), said.projectId(), said.files(), "project " + said.wish(),
          "", "", "");
      return named.answering(earlier);
    }
    return said.answering(earlier);
  }
}
