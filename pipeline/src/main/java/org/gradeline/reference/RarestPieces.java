package org.gradeline.reference;

/** Chooses pieces of a text that do not overlap, and that the fewest names have. */
final class RarestPieces {
  private static final int FAR = 1 << 30;

  private RarestPieces() {}

  /**
   * The places of pieces; none when the text is too short for so many.
   *
   * @param counts how many names have the piece that begins at each place of the text
   * @param length letters of each piece
   * @param number how many pieces
   */
  static int[] choose(int[] counts, int length, int number) {
    int letters = counts.length + length - 1;
    if (counts.length == 0 || number * length > letters) {
      return new int[0];
    }
    int[][] least = new int[number + 1][letters + 1];
    for (int piece = 1; piece <= number; piece++) {
      for (int end = 0; end <= letters; end++) {
        least[piece][end] =
            end < piece * length
                ? FAR
                : Math.min(
                    least[piece][end - 1], least[piece - 1][end - length] + counts[end - length]);
      }
    }
    int[] places = new int[number];
    int end = letters;
    for (int piece = number; piece > 0; piece--) {
      while (least[piece][end - 1] == least[piece][end]) {
        end--;
      }
      end -= length;
      places[piece - 1] = end;
    }
    return places;
  }
}
