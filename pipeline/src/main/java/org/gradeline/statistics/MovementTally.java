package org.gradeline.statistics;

import java.io.IOException;
import java.util.List;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Direction;
import org.gradeline.histories.LineHistory.Movement;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;

/**
 * How many councils moved which way, at every reporting date, in every scope, on every line, in
 * every geography. It counts open councils with two ratings or more whose last is in force.
 */
public final class MovementTally implements Tally {
  private static final String KIND = "movements";

  /** What the rating in force is compared with. */
  public enum Basis {
    /** The council's first rating. */
    FIRST_TO_LATEST,
    /** The rating before the one in force. */
    PREVIOUS_TO_LATEST
  }

  private static final int IMPROVED = 0;
  private static final int SAME_PASSING = 1;
  private static final int SAME_BELOW = 2;
  private static final int DECLINED = 3;
  private static final int OUTCOMES = 4;

  private final Reference reference;
  private final List<ReportingDate> dates;
  private final CellIndex index;
  private final long[] councils;

  /**
   * Councils by movement.
   *
   * @param improved better than before
   * @param samePassing the same grade as before, which passes
   * @param sameBelow the same grade as before, which does not pass
   * @param declined worse than before
   */
  public record Movements(long improved, long samePassing, long sameBelow, long declined) {
    /** All councils. */
    public long councils() {
      return improved + samePassing + sameBelow + declined;
    }
  }

  /**
   * @param reference the run's reference data
   * @param dates the reporting dates to count at
   */
  public MovementTally(Reference reference, List<ReportingDate> dates) {
    this.reference = reference;
    this.dates = dates;
    this.index = CellIndex.of(reference);
    this.councils =
        new long[Math.multiplyExact(index.size(dates.size()), Basis.values().length * OUTCOMES)];
  }

  @Override
  public void count(CouncilHistory history) {
    for (Scope scope : reference.scopes()) {
      for (int date = 0; date < dates.size(); date++) {
        ReportingDate reportingDate = dates.get(date);
        if (history.council().openOn(reportingDate.asAt())) {
          List<Geography> geographies = history.council().geographies(scope, reportingDate.asAt());
          for (Line line : reference.lines()) {
            Movement movement = history.line(scope, line).movement(reportingDate);
            if (movement != null) {
              add(date, scope, line, geographies, movement);
            }
          }
        }
      }
    }
  }

  private void add(
      int date, Scope scope, Line line, List<Geography> geographies, Movement movement) {
    int sinceFirst = outcome(movement.first(), movement.latest(), line);
    int sincePrevious = outcome(movement.previous(), movement.latest(), line);
    for (Geography geography : geographies) {
      int cell = cell(date, scope, line, geography, Basis.FIRST_TO_LATEST);
      councils[cell + sinceFirst]++;
      councils[cell + OUTCOMES + sincePrevious]++;
    }
  }

  private static int outcome(int before, int latest, Line line) {
    return switch (Direction.between(before, latest)) {
      case IMPROVED -> IMPROVED;
      case DECLINED -> DECLINED;
      default -> latest <= line.scale().passMark() ? SAME_PASSING : SAME_BELOW;
    };
  }

  private int cell(int date, Scope scope, Line line, Geography geography, Basis basis) {
    int cell = index.of(date, scope, line, geography);
    return (cell * Basis.values().length + (basis == Basis.FIRST_TO_LATEST ? 0 : 1)) * OUTCOMES;
  }

  @Override
  public void write(CountsOutput out) {
    out.head(KIND, councils.length);
    out.cells(councils);
  }

  @Override
  public void add(CountsInput in) throws IOException {
    in.head(KIND, councils.length);
    in.addTo(councils);
  }

  /**
   * The councils of one cell.
   *
   * @param date position of the reporting date
   */
  public Movements at(int date, Scope scope, Line line, Geography geography, Basis basis) {
    int cell = cell(date, scope, line, geography, basis);
    return new Movements(
        councils[cell + IMPROVED],
        councils[cell + SAME_PASSING],
        councils[cell + SAME_BELOW],
        councils[cell + DECLINED]);
  }
}
