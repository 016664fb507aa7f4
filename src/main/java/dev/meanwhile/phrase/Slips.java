package dev.meanwhile.phrase;

/// How many slips of the hand lie between two words: letters added, left out, changed, or swapped with the next.
public final class Slips {
  private final String one;
  private final String other;
  private final int[][] slips;

  private Slips(String one, String other) {
    this.one = one;
    this.other = other;
    this.slips = new int[one.length() + 1][other.length() + 1];
  }

  /// The fewest slips that make the one word of the other.
  public static int between(String one, String other) {
    return new Slips(one, other).count();
  }

  private int count() {
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        slips[i][j] = i == 0 || j == 0 ? i + j : fewest(i, j);
      }
    }
    return slips[one.length()][other.length()];
  }

  /// Between the first `i` letters of the one and the first `j` of the other.
  private int fewest(int i, int j) {
    int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int fewest = Math.min(slips[i - 1][j - 1] + changed,
        1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
    return isSwap(i, j) ? Math.min(fewest, slips[i - 2][j - 2] + 1) : fewest;
  }

  private boolean isSwap(int i, int j) {
    return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
