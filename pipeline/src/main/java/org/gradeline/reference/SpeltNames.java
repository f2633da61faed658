package org.gradeline.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gradeline.reference.NearestCouncil.TooLong;
import org.jspecify.annotations.Nullable;

/**
 * Names, to find the one that is spelt most like a text: the same as {@link Nearest} does, but
 * without a look at most of them. Immutable.
 *
 * <p>When a name differs from a text in so many letters, and as many pieces and one more are cut
 * out of the text, one piece at least is in the name as it is. So only names with the rarest pieces
 * are compared: few pieces first, for names that differ in few letters.
 */
final class SpeltNames {
  /** Letters of a piece. */
  private static final int PIECE = 3;

  private final String[] names;
  private final Signatures signatures;

  /** Numbers of the pieces that names have. */
  private final Map<String, Integer> pieces = new HashMap<>();

  /** Where a piece's names begin in {@link #holders}; those of the next piece follow. */
  private final int[] starts;

  private final int[] holders;

  /**
   * @param names all names, each once
   */
  SpeltNames(List<String> names) {
    this.names = names.toArray(new String[0]);
    this.signatures = new Signatures(names);
    for (String name : names) {
      for (int i = 0; i + PIECE <= name.length(); i++) {
        pieces.putIfAbsent(name.substring(i, i + PIECE), pieces.size());
      }
    }
    starts = new int[pieces.size() + 1];
    forEachPiece((piece, name) -> starts[piece + 1]++);
    for (int piece = 0; piece < pieces.size(); piece++) {
      starts[piece + 1] += starts[piece];
    }
    holders = new int[starts[pieces.size()]];
    int[] filled = starts.clone();
    forEachPiece((piece, name) -> holders[filled[piece]++] = name);
  }

  private interface PieceOfName {
    void accept(int piece, int name);
  }

  private void forEachPiece(PieceOfName each) {
    for (int name = 0; name < names.length; name++) {
      for (int i = 0; i + PIECE <= names[name].length(); i++) {
        String piece = names[name].substring(i, i + PIECE);
        each.accept(Objects.requireNonNull(pieces.get(piece), "numbered above"), name);
      }
    }
  }

  /**
   * The name nearest to a text, the first in alphabetical order if several are; null if each
   * differs in more than a third of the letters.
   *
   * @throws TooLong when too many names have pieces of the text
   */
  @Nullable String nearest(String text) throws TooLong {
    if (text.length() > signatures.longest() + Nearest.mostEdits(text)) {
      return null;
    }
    SpellingSearch search = new SpellingSearch(text, names, signatures);
    int[] known = piecesOf(text);
    int[] counts = counts(known);
    for (int edits = 1; ; edits = Math.min(2 * edits, search.most())) {
      int[] rarest = RarestPieces.choose(counts, PIECE, edits + 1);
      int holding = 0;
      for (int place : rarest) {
        holding += counts[place];
      }
      if (rarest.length == 0 || holding >= names.length) {
        search.lookAt(names.length);
        for (int name = 0; name < names.length; name++) {
          search.compare(name);
        }
        return search.found();
      }
      search.lookAt(holding);
      for (int place : rarest) {
        compare(search, known[place]);
      }
      if (search.most() <= edits) {
        return search.found();
      }
    }
  }

  private void compare(SpellingSearch search, int piece) throws TooLong {
    if (piece >= 0) {
      for (int i = starts[piece]; i < starts[piece + 1]; i++) {
        search.compare(holders[i]);
      }
    }
  }

  /** The piece at each place of a text; -1 where no name has it. */
  private int[] piecesOf(String text) {
    int[] found = new int[Math.max(0, text.length() - PIECE + 1)];
    for (int i = 0; i < found.length; i++) {
      found[i] = pieces.getOrDefault(text.substring(i, i + PIECE), -1);
    }
    return found;
  }

  private int[] counts(int[] known) {
    int[] counts = new int[known.length];
    for (int i = 0; i < known.length; i++) {
      counts[i] = count(known[i]);
    }
    return counts;
  }

  private int count(int piece) {
    return piece < 0 ? 0 : starts[piece + 1] - starts[piece];
  }
}
