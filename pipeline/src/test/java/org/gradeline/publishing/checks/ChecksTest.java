package org.gradeline.publishing.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradeline.publishing.checks.RunFigures.GradedCouncils;
import org.gradeline.publishing.revisions.RevisionTotals;
import org.gradeline.reference.Gate;
import org.gradeline.reference.Gate.Figure;
import org.gradeline.reference.Gates;
import org.gradeline.reference.Severity;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.statistics.Ledger.JudgementCounts;
import org.gradeline.statistics.Ledger.RecordCounts;
import org.gradeline.tables.Check;
import org.gradeline.tables.Check.Result;
import org.gradeline.tables.Revision.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of a run beside their limits. */
class ChecksTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Account CLEAN =
      new Account(new RecordCounts(200, 198, 2, 0), new JudgementCounts(600, 590, 5, 5, 0));

  private Account account = CLEAN;
  private long conflicts;
  private long rejectedJudgements;
  private List<GradedCouncils> graded =
      List.of(new GradedCouncils("childrens_services", 151), new GradedCouncils("area_send", 95));
  private LocalDate asAt = LocalDate.of(2026, 6, 18);
  private @Nullable LocalDate newest = LocalDate.of(2026, 6, 18);
  private List<String> unknownColumns = List.of();
  private boolean moreUnknownColumns;
  private long findingsLeftOut;
  private List<String> emptySources = List.of();
  private RevisionTotals revisions = RevisionTotals.NO_EARLIER_REPORTS;
  private LocalDate today = TODAY;

  private List<Check> checks(Gates gates) {
    return Checks.of(
        new RunFigures(
            account,
            rejectedJudgements,
            conflicts,
            graded,
            asAt,
            newest,
            unknownColumns,
            moreUnknownColumns,
            findingsLeftOut,
            emptySources,
            revisions),
        new Requirements(gates, Path.of("reports"), today));
  }

  private Check check(String name, Gates gates) {
    return checks(gates).stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static RevisionTotals removed(long removed) {
    return new RevisionTotals(
        RevisionTotals.Comparison.MADE, null, 590, Map.of(Kind.REMOVED, removed), Map.of());
  }

  @Test
  void everyCheckIsThereByNameAlsoThoseThatAreOff() {
    assertThat(checks(Gates.NONE))
        .extracting(check -> check.name() + " " + check.severity() + " " + check.result())
        .containsExactly(
            "accepted_records ERROR PASSED",
            "as_at WARNING PASSED",
            "conflict_percent ERROR OFF",
            "conflicts WARNING PASSED",
            "councils_graded ERROR OFF",
            "councils_graded:area_send ERROR OFF",
            "ledger ERROR PASSED",
            "newest_record_days ERROR OFF",
            "ratings_vanished ERROR OFF",
            "rejected_judgements WARNING PASSED",
            "rejected_percent ERROR OFF",
            "rejected_records WARNING PASSED",
            "sources_without_records WARNING PASSED",
            "unknown_columns WARNING PASSED");
  }

  @ParameterizedTest(name = "{0} at {1}, limit {2}: {3}")
  @CsvSource({
    "REJECTED_PERCENT, 25, 12.5, PASSED, 12.5, '12.5 % of the records were rejected, the limit is"
        + " 12.5 %'",
    "REJECTED_PERCENT, 25, 12.4, FAILED, 12.5, '12.5 % of the records were rejected, the limit is"
        + " 12.4 %'",
    "REJECTED_PERCENT, 0, 0, PASSED, 0, '0 % of the records were rejected, the limit is 0 %'",
    "CONFLICT_PERCENT, 2, 0.3, FAILED, 0.3333, '0.3333 % of the judgements are in conflict, the"
        + " limit is 0.3 %'",
    "CONFLICT_PERCENT, 6, 1, PASSED, 1, '1 % of the judgements are in conflict, the limit is 1 %'",
    "REJECTED_JUDGEMENTS, 0, 0, PASSED, 0, '0 judgements were rejected, the limit is 0'",
    "REJECTED_JUDGEMENTS, 1, 0, FAILED, 1, '1 judgement was rejected, the limit is 0'",
    "COUNCILS_GRADED, 140, 140, PASSED, 140, '140 open councils have a grade on a leading line of"
        + " the scheme childrens_services, the limit is at least 140'",
    "COUNCILS_GRADED, 1, 140, FAILED, 1, '1 open council has a grade on a leading line of"
        + " the scheme childrens_services, the limit is at least 140'",
    "RATINGS_VANISHED, 20, 20, PASSED, 20, '20 earlier ratings are gone, the limit is 20'",
    "RATINGS_VANISHED, 1021, 20, FAILED, 1021, '1,021 earlier ratings are gone, the limit is 20'",
  })
  void aGatePassesAtItsLimitAndFailsBeyondIt(
      Figure figure, long number, double limit, Result result, String value, String message) {
    switch (figure) {
      case REJECTED_PERCENT ->
          account =
              new Account(
                  new RecordCounts(200, 200 - number, 0, number),
                  new JudgementCounts(600, 600, 0, 0, 0));
      case CONFLICT_PERCENT -> conflicts = number;
      case REJECTED_JUDGEMENTS -> rejectedJudgements = number;
      case COUNCILS_GRADED -> graded = List.of(new GradedCouncils("childrens_services", number));
      case RATINGS_VANISHED -> revisions = removed(number);
      default -> throw new IllegalArgumentException(figure.key());
    }

    Check check = check(figure.key(), Gates.NONE.with(figure, limit));

    assertThat(check.result()).isEqualTo(result);
    assertThat(check.severity()).isEqualTo(Severity.ERROR);
    assertThat(check.value()).isEqualTo(value);
    assertThat(check.limit()).hasValue(limit);
    assertThat(check.message()).isEqualTo(message);
    assertThat(check.reportedMessage()).isEqualTo(message);
  }

  @Test
  void aLostJudgementIsAWarningWhereNoGateIsSet() {
    rejectedJudgements = 1;

    Check check = check("rejected_judgements", Gates.NONE);

    assertThat(check.failed()).isTrue();
    assertThat(check.severity()).isEqualTo(Severity.WARNING);
    assertThat(check.message()).isEqualTo("1 judgement was rejected");
  }

  @Test
  void aGateThatNamesASchemeIsForThatSchemeAlone() {
    Gates gates =
        new Gates(
            List.of(
                new Gate(Figure.COUNCILS_GRADED, "area_send", 100, Severity.WARNING),
                new Gate(Figure.COUNCILS_GRADED, "childrens_services", 150, Severity.ERROR)));

    assertThat(check("councils_graded", gates).failed()).isFalse();
    assertThat(check("councils_graded:area_send", gates).failed()).isTrue();
    assertThat(check("councils_graded:area_send", gates).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aGateThatNamesNoSchemeIsNeverTakenOverByASmallerOneWhoseFileComesFirst() {
    graded =
        List.of(
            new GradedCouncils("another", 53),
            new GradedCouncils("childrens_services", 151),
            new GradedCouncils("new", 0));

    List<Check> checks = checks(Gates.NONE.with(Figure.COUNCILS_GRADED, 100));

    assertThat(checks)
        .filteredOn(check -> check.name().startsWith("councils_graded"))
        .extracting(check -> check.name() + " " + check.value() + " " + check.result())
        .containsExactly(
            "councils_graded 151 PASSED",
            "councils_graded:another 53 OFF",
            "councils_graded:new 0 OFF");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2014-03-31, PASSED, 0, 'as_at 2014-03-31 is not after the newest record, the limit is 90"
        + " days'",
    "2026-06-18, PASSED, 0, 'as_at 2026-06-18 is not after the newest record, the limit is 90"
        + " days'",
    "2026-09-16, PASSED, 90, 'the newest record was published on 2026-06-18, 90 days before as_at"
        + " 2026-09-16, the limit is 90 days'",
    "2026-09-17, FAILED, 91, 'the newest record was published on 2026-06-18, 91 days before as_at"
        + " 2026-09-17, the limit is 90 days'",
    "2029-12-31, FAILED, 1292, 'the newest record was published on 2026-06-18, 1,292 days before"
        + " as_at 2029-12-31, the limit is 90 days'",
  })
  void aDayLongAfterTheNewestRecordIsDoubted(
      LocalDate day, Result result, String days, String message) {
    asAt = day;

    Check check = check("as_at", Gates.NONE);

    assertThat(check.result()).isEqualTo(result);
    assertThat(check.severity()).isEqualTo(Severity.WARNING);
    assertThat(check.value()).isEqualTo(days);
    assertThat(check.message()).isEqualTo(message);
  }

  @Test
  void aGateThatIsOffShowsItsFigureAndNoLimit() {
    conflicts = 600;

    Check check = check("conflict_percent", Gates.NONE);

    assertThat(check.result()).isEqualTo(Result.OFF);
    assertThat(check.failed()).isFalse();
    assertThat(check.value()).isEqualTo("100");
    assertThat(check.limit()).isEmpty();
    assertThat(check.message())
        .isEqualTo("100 % of the judgements are in conflict, no limit is set");
  }

  @Test
  void aGateMayBeAWarningOnly() {
    conflicts = 600;
    Gate gate = new Gate(Figure.CONFLICT_PERCENT, 1, Severity.WARNING);

    Check check = check("conflict_percent", new Gates(List.of(gate)));

    assertThat(check.result()).isEqualTo(Result.FAILED);
    assertThat(check.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void theAgeOfTheNewestRecordIsToldAndNotWrittenDown() {
    Gates gates = Gates.NONE.with(Figure.NEWEST_RECORD_DAYS, 30);

    Check late = check("newest_record_days", gates);
    assertThat(late.result()).isEqualTo(Result.FAILED);
    assertThat(late.value()).isEqualTo("2026-06-18");
    assertThat(late.limit()).hasValue(30);
    assertThat(late.message())
        .isEqualTo("the newest record was published on 2026-06-18, the limit is 30 days");
    assertThat(late.reportedMessage())
        .isEqualTo(
            "the newest record was published on 2026-06-18, 156 days ago, the limit is 30 days");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-06-18, PASSED",
    "2026-07-18, PASSED",
    "2026-07-19, FAILED",
  })
  void aRecordMayBeAsOldAsTheLimit(LocalDate day, Result result) {
    today = day;

    assertThat(check("newest_record_days", Gates.NONE.with(Figure.NEWEST_RECORD_DAYS, 30)).result())
        .isEqualTo(result);
  }

  @Test
  void recordsWithoutADayOfPublicationAreNotKnownToBeNew() {
    newest = null;

    Check check = check("newest_record_days", Gates.NONE.with(Figure.NEWEST_RECORD_DAYS, 30));

    assertThat(check.result()).isEqualTo(Result.FAILED);
    assertThat(check.value()).isEmpty();
    assertThat(check.reportedMessage())
        .isEqualTo("no record has a day of publication, the limit is 30 days");
  }

  @Test
  void nothingNeverReplacesRatings() {
    account = new Account(new RecordCounts(3, 0, 0, 3), new JudgementCounts(9, 0, 0, 0, 9));
    revisions = removed(590);

    Check check = check("accepted_records", Gates.NONE);

    assertThat(check.result()).isEqualTo(Result.FAILED);
    assertThat(check.severity()).isEqualTo(Severity.ERROR);
    assertThat(check.reportedMessage())
        .isEqualTo("0 records were accepted, and the last reports have 590 ratings");
  }

  @Test
  void nothingMayReplaceNothing() {
    account = Account.EMPTY;

    assertThat(check("accepted_records", Gates.NONE).failed()).isFalse();
    revisions = RevisionTotals.none(0);
    assertThat(check("accepted_records", Gates.NONE).failed()).isFalse();
    assertThat(check("rejected_percent", Gates.NONE).value()).isEqualTo("0");
  }

  @Test
  void whatAPersonShouldLookAtIsAWarning() {
    account = new Account(new RecordCounts(200, 199, 0, 1), new JudgementCounts(600, 600, 0, 0, 0));
    conflicts = 2;
    unknownColumns = List.of("inspectors", "remarks");
    emptySources = List.of("empty.csv");
    rejectedJudgements = 3;
    revisions = RevisionTotals.unreadable("tables/ratings.csv:1: the column 'grade' is missing");

    assertThat(checks(Gates.NONE))
        .filteredOn(Check::failed)
        .allMatch(check -> check.severity() == Severity.WARNING)
        .extracting(check -> check.name() + " " + check.value() + ": " + check.message())
        .containsExactly(
            "conflicts 2: 2 judgements are in conflict",
            "earlier_reports : the earlier reports could not be compared with:"
                + " tables/ratings.csv:1: the column 'grade' is missing",
            "rejected_judgements 3: 3 judgements were rejected",
            "rejected_records 1: 1 record was rejected",
            "sources_without_records 1: without a record: empty.csv",
            "unknown_columns 2: not known, and left out: inspectors, remarks");
  }

  @Test
  void withOrWithoutEarlierReportsTheSameRunGivesTheSameRows() {
    List<Check> first = checks(Gates.NONE.with(Figure.RATINGS_VANISHED, 20));
    revisions = RevisionTotals.none(590);

    assertThat(checks(Gates.NONE.with(Figure.RATINGS_VANISHED, 20)))
        .extracting(Check::name, Check::result, Check::value, Check::limit, Check::message)
        .isEqualTo(
            first.stream()
                .map(
                    check ->
                        tuple(
                            check.name(),
                            check.result(),
                            check.value(),
                            check.limit(),
                            check.message()))
                .toList());
  }

  @Test
  void ofMoreUnknownColumnsThanAreListedTheCheckSaysThatThereAreMore() {
    unknownColumns = IntStream.range(0, 100).mapToObj("c%02d"::formatted).toList();
    moreUnknownColumns = true;

    Check check = check("unknown_columns", Gates.NONE);

    assertThat(check.value()).isEqualTo("100");
    assertThat(check.message())
        .startsWith("not known, and left out: c00, c01, ")
        .endsWith(", c19 and more than 80 more");
  }

  @Test
  void themesThatAreLeftOutAreAWarning() {
    findingsLeftOut = 12_345;

    Check check = check("findings_left_out", Gates.NONE);

    assertThat(check.failed()).isTrue();
    assertThat(check.severity()).isEqualTo(Severity.WARNING);
    assertThat(check.value()).isEqualTo("12345");
    assertThat(check.message())
        .isEqualTo(
            "the table has the first 10,000 themes in alphabetical order; 12,345 findings are of"
                + " other themes");
  }
}
