package dev.meanwhile.generator.coverage;

import dev.meanwhile.trace.Html;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Two wordings of a text, with the words marked that only one of them has. Very long ones aren't marked.
final class Rewording {
  private static final int MOST_WORDS = 600;

  private final List<String> was;
  private final List<String> now;
  private final boolean[] stayed;
  private final boolean[] kept;

  Rewording(String was, String now) {
    this.was = words(was);
    this.now = words(now);
    this.stayed = new boolean[this.was.size()];
    this.kept = new boolean[this.now.size()];
    if (was.isEmpty() || this.was.size() > MOST_WORDS || this.now.size() > MOST_WORDS) {
      Arrays.fill(stayed, true);
      Arrays.fill(kept, true);
    } else {
      match(common());
    }
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
  }

  /// How long the longest common sequence of words is from each pair of places on.
  private int[][] common() {
    var common = new int[was.size() + 1][now.size() + 1];
    for (int i = was.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] = was.get(i).equals(now.get(j))
            ? common[i + 1][j + 1] + 1
            : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private void match(int[][] common) {
    int i = 0;
    int j = 0;
    while (i < was.size() && j < now.size()) {
      if (was.get(i).equals(now.get(j))) {
        stayed[i++] = true;
        kept[j++] = true;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /// The earlier wording as HTML, what went as deleted.
  String was() {
    return marked(was, stayed, "del");
  }

  /// Today's wording as HTML, what came as inserted.
  String now() {
    return marked(now, kept, "ins");
  }

  private static String marked(List<String> words, boolean[] same, String element) {
    var parts = new ArrayList<String>();
    int from = 0;
    for (int at = 1; at <= words.size(); at++) {
      if (at == words.size() || same[at] != same[from]) {
        var part = Html.text(String.join(" ", words.subList(from, at)));
        parts.add(same[from] ? part : "<" + element + ">" + part + "</" + element + ">");
        from = at;
      }
    }
    return String.join(" ", parts);
  }
}
