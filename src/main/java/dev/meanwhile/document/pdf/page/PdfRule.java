package dev.meanwhile.document.pdf.page;

/// A straight line drawn on a page, upright or level; a thin rectangle is one too. Places are in points from the page's
/// upper left corner.
///
/// @param upright whether it goes from top to bottom
/// @param at where it is: from the left if upright, else from the top
/// @param from where it begins, along its direction
/// @param to where it ends
public record PdfRule(boolean upright, float at, float from, float to) {
  /// How near is at the same place, in points.
  public static final float NEAR = 3;

  /// The same rule so many points further left.
  public PdfRule movedLeft(float points) {
    return upright
        ? new PdfRule(true, at - points, from, to)
        : new PdfRule(false, at, from - points, to - points);
  }

  /// Whether it passes a place along its length.
  public boolean covers(float place) {
    return from - NEAR <= place && place <= to + NEAR;
  }

  /// Whether it touches another one.
  public boolean meets(PdfRule other) {
    return upright == other.upright
        ? Math.abs(at - other.at) <= NEAR && from <= other.to + NEAR && other.from <= to + NEAR
        : covers(other.at) && other.covers(at);
  }
}
