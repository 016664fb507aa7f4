package dev.meanwhile.document.pdf.page;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Follows what a page draws, as far as it could be the lines of a table.
final class PdfDrawing {
  private static final int RULES = 50_000;
  private static final float THIN = 3;
  private static final float SHORTEST = 4;

  /// A drawn line between two points, in the page's own coordinates.
  private record Stroke(Point2D.Float from, Point2D.Float to) {}

  /// Where a point of the current coordinates is on the page.
  interface Transform {
    Point2D.Float onPage(float x, float y);
  }

  private final List<Stroke> path = new ArrayList<>();
  private final List<Stroke> boxes = new ArrayList<>();
  private final List<Stroke> drawn = new ArrayList<>();
  private Point2D.Float at = new Point2D.Float();
  private Point2D.Float start = new Point2D.Float();

  void operator(String name, List<Float> numbers, Transform transform) {
    switch (name) {
      case "re" -> {
        if (numbers.size() == 4) {
          boxes.add(new Stroke(transform.onPage(numbers.get(0), numbers.get(1)),
              transform.onPage(numbers.get(0) + numbers.get(2), numbers.get(1) + numbers.get(3))));
        }
      }
      case "m", "l" -> {
        if (numbers.size() == 2) {
          to(transform.onPage(numbers.get(0), numbers.get(1)), name.equals("l"));
        }
      }
      case "h" -> to(start, true);
      case "S", "s", "B", "B*", "b", "b*" -> painted(true);
      case "f", "F", "f*" -> painted(false);
      case "n" -> forget();
      default -> {
      }
    }
  }

  private void to(Point2D.Float point, boolean line) {
    if (line) {
      path.add(new Stroke(at, point));
    } else {
      start = point;
    }
    at = point;
  }

  private void painted(boolean stroked) {
    if (drawn.size() < RULES) {
      if (stroked) {
        drawn.addAll(path);
        boxes.forEach(this::outline);
      } else {
        boxes.stream().filter(PdfDrawing::isThin).forEach(drawn::add);
        filledPath();
      }
    }
    forget();
  }

  /// A thin rectangle that was drawn as four lines.
  private void filledPath() {
    if (path.size() >= 3 && path.size() <= 5) {
      float left = Float.MAX_VALUE;
      float right = -Float.MAX_VALUE;
      float bottom = Float.MAX_VALUE;
      float top = -Float.MAX_VALUE;
      for (var line : path) {
        left = Math.min(left, Math.min(line.from.x, line.to.x));
        right = Math.max(right, Math.max(line.from.x, line.to.x));
        bottom = Math.min(bottom, Math.min(line.from.y, line.to.y));
        top = Math.max(top, Math.max(line.from.y, line.to.y));
      }
      var box = new Stroke(new Point2D.Float(left, bottom), new Point2D.Float(right, top));
      if (isThin(box)) {
        drawn.add(box);
      }
    }
  }

  private void outline(Stroke box) {
    if (isThin(box)) {
      drawn.add(box);
      return;
    }
    var other = new Point2D.Float(box.to.x, box.from.y);
    var another = new Point2D.Float(box.from.x, box.to.y);
    drawn.add(new Stroke(box.from, other));
    drawn.add(new Stroke(box.from, another));
    drawn.add(new Stroke(another, box.to));
    drawn.add(new Stroke(other, box.to));
  }

  private static boolean isThin(Stroke box) {
    return Math.abs(box.from.x - box.to.x) <= THIN || Math.abs(box.from.y - box.to.y) <= THIN;
  }

  private void forget() {
    path.clear();
    boxes.clear();
  }

  /// The straight lines, as somebody sees them who reads text of a direction.
  List<PdfRule> rules(PDRectangle box, int direction) {
    var rules = new ArrayList<PdfRule>();
    for (var line : drawn) {
      rule(seen(line.from, box, direction), seen(line.to, box, direction), rules);
    }
    return rules;
  }

  private static Point2D.Float seen(Point2D.Float point, PDRectangle box, int direction) {
    float x = point.x - box.getLowerLeftX();
    float y = point.y - box.getLowerLeftY();
    return switch (direction) {
      case 90 -> new Point2D.Float(y, x);
      case 180 -> new Point2D.Float(box.getWidth() - x, y);
      case 270 -> new Point2D.Float(box.getHeight() - y, box.getWidth() - x);
      default -> new Point2D.Float(x, box.getHeight() - y);
    };
  }

  private static void rule(Point2D.Float from, Point2D.Float to, List<PdfRule> rules) {
    float width = Math.abs(from.x - to.x);
    float height = Math.abs(from.y - to.y);
    if (height >= SHORTEST && width <= THIN) {
      rules.add(new PdfRule(true, (from.x + to.x) / 2, Math.min(from.y, to.y),
          Math.max(from.y, to.y)));
    } else if (width >= SHORTEST && height <= THIN) {
      rules.add(new PdfRule(false, (from.y + to.y) / 2, Math.min(from.x, to.x),
          Math.max(from.x, to.x)));
    }
  }
}
