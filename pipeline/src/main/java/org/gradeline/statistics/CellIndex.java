package org.gradeline.statistics;

import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scope;

/**
 * Where the tallies have their counts: a number for every line of a scope, for every geography in
 * which it is counted at a reporting date. A tally that counts several outcomes multiplies the
 * number by how many they are. Immutable, and safe for many threads.
 *
 * @param scopes how many scopes there are
 * @param lines how many lines there are
 * @param geographies how many geographies there are
 */
record CellIndex(int scopes, int lines, int geographies) {

  /** The index of a run's reference data. */
  static CellIndex of(Reference reference) {
    return new CellIndex(
        reference.scopes().size(), reference.lines().size(), reference.geographies().size());
  }

  /** How many lines there are in all scopes. */
  int size() {
    return scopes * lines;
  }

  /** The number of a line in a scope. */
  int of(Scope scope, Line line) {
    return scope.position() * lines + line.position();
  }

  /** How many cells there are at some reporting dates. */
  int size(int dates) {
    return Math.multiplyExact(dates * size(), geographies);
  }

  /**
   * The number of a line in a scope and a geography at a reporting date.
   *
   * @param date position of the reporting date
   */
  int of(int date, Scope scope, Line line, Geography geography) {
    return (date * size() + of(scope, line)) * geographies + geography.position();
  }
}
