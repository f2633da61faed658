package org.gradeline.publishing.checks;

import java.time.LocalDate;
import java.util.List;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.revisions.RevisionTotals;
import org.gradeline.reading.Source;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.statistics.DistributionTally;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.statistics.ThemeTally;
import org.gradeline.tables.RunView;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run that its checks look at.
 *
 * @param account what became of all records and judgements
 * @param conflicts judgements on which sources differ
 * @param headline the first line; blank when there is none
 * @param councilsGraded open councils with a grade on it at the run's date
 * @param newest the latest publication that is known to the day; null when there is none
 * @param unknownColumns columns and keys that are neither field nor area, the first of them
 * @param moreUnknownColumns whether there are more
 * @param findingsLeftOut findings that are not in the table of themes
 * @param emptySources names of the sources without a record
 * @param revisions how the ratings differ from those of the earlier reports
 */
public record RunFigures(
    Account account,
    long conflicts,
    String headline,
    long councilsGraded,
    @Nullable LocalDate newest,
    List<String> unknownColumns,
    boolean moreUnknownColumns,
    long findingsLeftOut,
    List<String> emptySources,
    RevisionTotals revisions) {

  public static RunFigures of(
      List<Source> sources, RunTotals totals, RunView view, RevisionTotals revisions) {
    PartialDate published = totals.latestPublished();
    List<Line> lines = view.reference().lines();
    return new RunFigures(
        totals.ledger().total(),
        totals.rows("conflicts"),
        lines.isEmpty() ? "" : lines.get(0).key(),
        lines.isEmpty() ? 0 : graded(totals.tally(DistributionTally.class), view, lines.get(0)),
        published != null && published.isFull() ? published.toLocalDate() : null,
        List.copyOf(totals.unknownColumns()),
        totals.hasMoreUnknownColumns(),
        totals.tally(ThemeTally.class).findingsLeftOut(),
        sources.stream()
            .filter(source -> totals.ledger().of(source.position()).records().read() == 0)
            .map(Source::name)
            .toList(),
        revisions);
  }

  private static long graded(DistributionTally tally, RunView view, Line line) {
    return tally
        .at(
            view.dates().indexOf(view.date()),
            view.reference().everyFramework(),
            line,
            view.country())
        .base();
  }
}
