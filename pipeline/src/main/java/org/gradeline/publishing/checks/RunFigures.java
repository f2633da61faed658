package org.gradeline.publishing.checks;

import java.time.LocalDate;
import java.util.List;
import org.gradeline.publishing.assembling.RunResult;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.revisions.RevisionTotals;
import org.gradeline.reading.Source;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scheme;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.statistics.StandingTally;
import org.gradeline.statistics.ThemeTally;
import org.gradeline.tables.RunView;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run that its checks look at.
 *
 * @param account what became of all records and judgements
 * @param rejectedJudgements judgements that were rejected on their own
 * @param conflicts judgements on which sources differ
 * @param graded councils with a grade, by scheme
 * @param asAt the day of the run
 * @param newest the latest publication that is known to the day; null when there is none
 * @param unknownColumns columns and keys that are neither field nor area, the first of them
 * @param moreUnknownColumns whether there are more
 * @param findingsLeftOut findings that are not in the table of themes
 * @param emptySources names of the sources without a record
 * @param revisions how the ratings differ from those of the earlier reports
 */
public record RunFigures(
    Account account,
    long rejectedJudgements,
    long conflicts,
    List<GradedCouncils> graded,
    LocalDate asAt,
    @Nullable LocalDate newest,
    List<String> unknownColumns,
    boolean moreUnknownColumns,
    long findingsLeftOut,
    List<String> emptySources,
    RevisionTotals revisions) {

  /**
   * Open councils that have a grade in force on at least one leading line of a scheme.
   *
   * @param scheme key of the scheme
   * @param councils how many they are
   */
  public record GradedCouncils(String scheme, long councils) {}

  public static RunFigures of(
      List<Source> sources, RunResult result, RunView view, RevisionTotals revisions) {
    RunTotals totals = result.totals();
    PartialDate published = totals.latestPublished();
    return new RunFigures(
        totals.ledger().total(),
        totals.rejectedJudgements(),
        totals.rows("conflicts"),
        graded(result.tally(StandingTally.class), view.reference()),
        view.date().asAt(),
        published != null && published.isFull() ? published.toLocalDate() : null,
        List.copyOf(totals.unknownColumns()),
        totals.hasMoreUnknownColumns(),
        result.tally(ThemeTally.class).findingsLeftOut(),
        sources.stream()
            .filter(source -> totals.ledger().of(source.position()).records().read() == 0)
            .map(Source::name)
            .toList(),
        revisions);
  }

  private static List<GradedCouncils> graded(StandingTally standing, Reference reference) {
    return reference.schemes().stream()
        .map(scheme -> new GradedCouncils(scheme.key(), graded(standing, reference, scheme)))
        .toList();
  }

  private static long graded(StandingTally standing, Reference reference, Scheme scheme) {
    List<Line> leading = reference.leadingLines(scheme);
    return reference.councils().all().stream()
        .filter(council -> isGraded(council, leading, standing))
        .count();
  }

  private static boolean isGraded(Council council, List<Line> lines, StandingTally standing) {
    return lines.stream().anyMatch(line -> standing.inForce(council, line) != null);
  }
}
