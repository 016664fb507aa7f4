package dev.meanwhile.document.pdf;

import dev.meanwhile.document.pdf.page.PdfPage;
import dev.meanwhile.document.pdf.page.PdfRule;
import dev.meanwhile.document.pdf.page.PdfRules;
import dev.meanwhile.document.pdf.page.PdfWord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// A table whose lines are drawn: its columns and rows are where the lines are, and a missing line joins two cells.
final class PdfGrid {
  private static final int MOST_CELLS = 20_000;

  private final List<PdfRule> rules;
  private final List<Float> columns;
  private final List<Float> rows;

  private PdfGrid(List<PdfRule> rules, List<Float> columns, List<Float> rows) {
    this.rules = rules;
    this.columns = columns;
    this.rows = rows;
  }

  /// The drawn tables of a page, from top to bottom.
  static List<PdfGrid> of(PdfPage page) {
    var grids = new ArrayList<PdfGrid>();
    for (var component : components(PdfRules.joined(page.rules()))) {
      var grid = grid(component);
      if (grid.columns.size() >= 2 && grid.rows.size() >= 2
          && grid.columns.size() * grid.rows.size() <= MOST_CELLS) {
        grids.add(grid);
      }
    }
    grids.sort((one, other) -> Float.compare(one.top(), other.top()));
    return grids;
  }

  /// Rules that meet each other belong to one table.
  private static List<List<PdfRule>> components(List<PdfRule> rules) {
    var components = new ArrayList<List<PdfRule>>();
    var left = new ArrayList<>(rules);
    while (!left.isEmpty()) {
      var component = new ArrayList<PdfRule>();
      component.add(left.removeLast());
      for (int i = 0; i < component.size(); i++) {
        var rule = component.get(i);
        for (int j = left.size() - 1; j >= 0; j--) {
          if (rule.meets(left.get(j))) {
            component.add(left.remove(j));
          }
        }
      }
      components.add(component);
    }
    return components;
  }

  private static PdfGrid grid(List<PdfRule> rules) {
    var upright = new ArrayList<Float>();
    var level = new ArrayList<Float>();
    for (var rule : rules) {
      (rule.upright() ? upright : level).add(rule.at());
      if (rule.upright()) {
        level.add(rule.from());
        level.add(rule.to());
      }
    }
    return new PdfGrid(rules, distinct(upright), distinct(level));
  }

  private static List<Float> distinct(List<Float> places) {
    var sorted = places.stream().sorted().toList();
    var distinct = new ArrayList<Float>();
    for (var place : sorted) {
      if (distinct.isEmpty() || place - distinct.getLast() > PdfRule.NEAR) {
        distinct.add(place);
      }
    }
    return distinct;
  }

  /// The lines that it is drawn with.
  List<PdfRule> rules() {
    return rules;
  }

  float top() {
    return rows.getFirst();
  }

  float bottom() {
    return rows.getLast();
  }

  /// Where its columns begin, and where the last one ends.
  List<Float> columns() {
    return columns;
  }

  boolean holds(PdfWord word) {
    return word.height() >= top() && word.height() <= bottom()
        && word.middle() >= columns.getFirst() && word.middle() <= columns.getLast();
  }

  /// The words of each cell, row by row; what is joined stands in the first of its cells.
  List<List<List<PdfWord>>> cells(List<PdfWord> words) {
    int width = columns.size() - 1;
    var roots = roots();
    var cells = new TreeMap<Integer, List<PdfWord>>();
    for (var word : words) {
      int row = place(rows, word.height());
      int column = place(columns, word.middle());
      if (row >= 0 && column >= 0) {
        cells.computeIfAbsent(roots[row * width + column], _ -> new ArrayList<>()).add(word);
      }
    }
    var table = new ArrayList<List<List<PdfWord>>>();
    for (int row = 0; row + 1 < rows.size(); row++) {
      var line = new ArrayList<List<PdfWord>>();
      for (int column = 0; column < width; column++) {
        line.add(cells.getOrDefault(row * width + column, List.of()));
      }
      table.add(line);
    }
    return table;
  }

  private static int place(List<Float> edges, float at) {
    int place = -1;
    while (place + 1 < edges.size() && edges.get(place + 1) <= at) {
      place++;
    }
    return place == edges.size() - 1 ? -1 : place;
  }

  /// For each cell the first of those that it is joined with.
  private int[] roots() {
    int width = columns.size() - 1;
    int height = rows.size() - 1;
    var roots = new int[width * height];
    for (int cell = 0; cell < roots.length; cell++) {
      int row = cell / width;
      int column = cell % width;
      roots[cell] = cell;
      if (column > 0 && !isDrawn(true, columns.get(column), middle(rows, row))) {
        roots[cell] = roots[cell - 1];
      } else if (row > 0 && !isDrawn(false, rows.get(row), middle(columns, column))) {
        roots[cell] = roots[cell - width];
      }
    }
    return roots;
  }

  private static float middle(List<Float> edges, int at) {
    return (edges.get(at) + edges.get(at + 1)) / 2;
  }

  private boolean isDrawn(boolean upright, float at, float across) {
    return rules.stream().anyMatch(r -> r.upright() == upright
        && Math.abs(r.at() - at) <= PdfRule.NEAR * 1.5f && r.covers(across));
  }
}
