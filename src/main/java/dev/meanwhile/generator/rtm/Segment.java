package dev.meanwhile.generator.rtm;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.ArrayList;
import java.util.List;

/// A piece of prose as the document divides it, to be judged by a model: a paragraph, or a list item with the sentence
/// that announces its list.
///
/// @param index of the passage in the document, from 0
/// @param text of the passage, verbatim
/// @param leadIn what announces the item, or empty
record Segment(int index, String text, String leadIn) {
  private static final int LEAST_WORDS = 4;
  private static final int MOST_CHARACTERS = 4_000;

  /// The segments of a document's prose that has no IDs of its own.
  static List<Segment> of(List<Passage> passages) {
    var segments = new ArrayList<Segment>();
    var leadIn = "";
    for (int i = 0; i < passages.size(); i++) {
      var passage = passages.get(i);
      boolean item = passage.kind() == Passage.Kind.ITEM;
      if (passage.kind() == Passage.Kind.PARAGRAPH || item) {
        if (isProse(passage.text())) {
          segments.add(new Segment(i, passage.text(), item ? leadIn : ""));
        }
      }
      if (!item) {
        leadIn = passage.text().strip().endsWith(":") ? Words.shortened(passage.text(), 300) : "";
      }
    }
    return segments;
  }

  private static boolean isProse(String text) {
    return text.length() <= MOST_CHARACTERS && Words.count(text) >= LEAST_WORDS
        && Ids.in(text).isEmpty();
  }

  /// Whether a judgement must be given: a modal word stands in it.
  boolean mustBeJudged() {
    return Words.binds(text) || Words.wishes(text);
  }

  /// Whether the words stand in the segment, white space aside.
  boolean holds(String words) {
    return Words.oneLine(text).contains(words);
  }
}
