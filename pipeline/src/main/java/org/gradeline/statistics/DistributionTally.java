package org.gradeline.statistics;

import java.io.IOException;
import java.util.List;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.LineHistory.Standing;
import org.gradeline.histories.Status;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;

/**
 * How many councils stand where, at every reporting date, in every scope, on every line, in every
 * geography. A council counts once wherever it is open at the reporting date: under its grade in
 * force, as not inspected (not judged on the line included), or as no longer judged.
 */
public final class DistributionTally implements Tally {
  private static final String KIND = "distributions";
  private static final int NOT_INSPECTED = 0;
  private static final int NO_LONGER_JUDGED = 1;
  private static final int FIRST_GRADE = 2;

  private final Reference reference;
  private final List<ReportingDate> dates;
  private final CellIndex index;
  private final int outcomes;
  private final long[] councils;

  /**
   * @param reference the run's reference data
   * @param dates the reporting dates to count at
   */
  public DistributionTally(Reference reference, List<ReportingDate> dates) {
    this.reference = reference;
    this.dates = dates;
    this.index = CellIndex.of(reference);
    this.outcomes =
        FIRST_GRADE
            + reference.lines().stream()
                .mapToInt(line -> line.scale().grades().size())
                .max()
                .orElse(0);
    this.councils = new long[Math.multiplyExact(index.size(dates.size()), outcomes)];
  }

  @Override
  public void count(CouncilHistory history) {
    for (Scope scope : reference.scopes()) {
      for (int date = 0; date < dates.size(); date++) {
        ReportingDate reportingDate = dates.get(date);
        if (history.council().openOn(reportingDate.asAt())) {
          List<Geography> geographies = history.council().geographies(scope, reportingDate.asAt());
          for (Line line : reference.lines()) {
            int outcome = outcome(history.line(scope, line).at(reportingDate));
            for (Geography geography : geographies) {
              councils[cell(date, scope, line, geography) + outcome]++;
            }
          }
        }
      }
    }
  }

  private static int outcome(Standing standing) {
    if (standing.rated() != null) {
      return FIRST_GRADE + standing.rated().rank() - 1;
    }
    return standing.status() == Status.NO_LONGER_JUDGED ? NO_LONGER_JUDGED : NOT_INSPECTED;
  }

  private int cell(int date, Scope scope, Line line, Geography geography) {
    return index.of(date, scope, line, geography) * outcomes;
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
  public Distribution at(int date, Scope scope, Line line, Geography geography) {
    int cell = cell(date, scope, line, geography);
    long[] byGrade = new long[line.scale().grades().size()];
    System.arraycopy(councils, cell + FIRST_GRADE, byGrade, 0, byGrade.length);
    return Distribution.of(
        byGrade, councils[cell + NOT_INSPECTED], councils[cell + NO_LONGER_JUDGED]);
  }
}
