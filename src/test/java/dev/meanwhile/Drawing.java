package dev.meanwhile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Features and the arrows between them: as somebody drew them, or as the bytecode has them.
///
/// @param uses for each feature, those it uses; none for a feature that uses nothing
record Drawing(TreeMap<String, Set<String>> uses) {
  private static final Pattern NAME = Pattern.compile("[a-z]+");

  Drawing() {
    this(new TreeMap<>());
  }

  /// Reads a Mermaid graph. It knows `a --> b`, `a --> b --> c`, `a & b --> c & d`, a lone `a`, and comments; anything
  /// else is refused, so that no arrow is overlooked.
  static Drawing parse(String mermaid) {
    var drawing = new Drawing();
    mermaid.lines().map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("%%") && !line.startsWith("graph "))
        .forEach(drawing::addLine);
    return drawing;
  }

  private void addLine(String line) {
    var groups = Arrays.stream(line.split("-->", -1)).map(part -> names(part, line)).toList();
    groups.forEach(names -> names.forEach(this::add));
    for (int i = 1; i < groups.size(); i++) {
      for (var from : groups.get(i - 1)) {
        groups.get(i).forEach(to -> add(from, to));
      }
    }
  }

  private static List<String> names(String part, String line) {
    var names = Arrays.stream(part.split("&", -1)).map(String::strip).toList();
    if (!names.stream().allMatch(name -> NAME.matcher(name).matches())) {
      throw new IllegalArgumentException(
          "\"%s\" is not an arrow like \"a --> b & c\"".formatted(line));
    }
    return names;
  }

  void add(String feature) {
    uses.computeIfAbsent(feature, _ -> new TreeSet<>());
  }

  void add(String from, String to) {
    add(from);
    add(to);
    uses.getOrDefault(from, Set.of()).add(to);
  }

  /// What is to be done so that this drawing tells what the code has; nothing when it does.
  List<String> correctionsFor(Drawing code) {
    var corrections = new ArrayList<String>();
    code.uses.keySet().stream().filter(feature -> !uses.containsKey(feature))
        .forEach(feature -> corrections.add(
            "%s is a package but isn't drawn: draw it, and add it to the table"
                .formatted(feature)));
    code.arrows().filter(arrow -> !has(arrow))
        .forEach(arrow -> corrections.add(
            "%s is in the code but isn't drawn: do without it, or draw it first and say why in the commit"
                .formatted(arrow)));
    uses.keySet().stream().filter(feature -> !code.uses.containsKey(feature))
        .forEach(feature -> corrections.add(
            "%s is drawn but is no package: take it out of the drawing".formatted(feature)));
    arrows().filter(arrow -> !code.has(arrow)).forEach(arrow -> corrections
        .add("%s is drawn but nothing in the code needs it: take it out".formatted(arrow)));
    return corrections;
  }

  /// One feature that uses another.
  record Arrow(String from, String to) {
    @Override
    public String toString() {
      return from + " --> " + to;
    }
  }

  private java.util.stream.Stream<Arrow> arrows() {
    return uses.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(to -> new Arrow(entry.getKey(), to)));
  }

  private boolean has(Arrow arrow) {
    return uses.getOrDefault(arrow.from, Set.of()).contains(arrow.to);
  }
}
