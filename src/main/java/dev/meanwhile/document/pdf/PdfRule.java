package dev.meanwhile.document.pdf;

/// A straight line drawn on a page, upright or level; a thin rectangle is one too. Places are in points from the page's
/// upper left corner.
///
/// @param upright whether it goes from top to bottom
/// @param at where it is: from the left if upright, else from the top
/// @param from where it begins, along its direction
/// @param to where it ends
record PdfRule(boolean upright, float at, float from, float to) {
  static final float NEAR = 3;

  PdfRule movedLeft(float points) {
    return upright
        ? new PdfRule(true, at - points, from, to)
        : new PdfRule(false, at, from - points, to - points);
  }

  boolean covers(float place) {
    return from - NEAR <= place && place <= to + NEAR;
  }

  boolean meets(PdfRule other) {
    return upright == other.upright
        ? Math.abs(at - other.at) <= NEAR && from <= other.to + NEAR && other.from <= to + NEAR
        : covers(other.at) && other.covers(at);
  }
}
