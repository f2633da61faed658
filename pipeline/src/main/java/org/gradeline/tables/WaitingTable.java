package org.gradeline.tables;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.gradeline.reference.Council;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scale;
import org.gradeline.reference.Scheme;
import org.gradeline.statistics.KaplanMeier;
import org.gradeline.statistics.KaplanMeier.Exits;
import org.gradeline.statistics.WaitingTally;
import org.gradeline.statistics.WaitingTally.Waiting;
import org.jspecify.annotations.Nullable;

/** Who has waited longest for an inspection, and how long such councils have waited. */
final class WaitingTable implements TalliedTable<WaitingTable.Row, WaitingTally> {
  private static final double QUARTER = 0.25;
  private static final double HALF = 0.5;
  private static final double THREE_QUARTERS = 0.75;
  private static final double HUNDRED = 100;

  private static final Table<Row> TABLE =
      Table.<Row>of(
              "waiting",
              "An open council by the days since its last full inspection, longest first, beside an"
                  + " estimate of how long others waited after inspections of the same lowest grade"
                  + " published since 2021. It describes the past and is not a schedule of the"
                  + " inspectorate.",
              List.of(
                  CommonColumns.AS_AT.of(Row::date),
                  CommonColumns.LA_CODE.of(Row::council),
                  CommonColumns.COUNCIL.of(Row::council),
                  Column.text("scheme", row -> row.scheme().key(), "The programme of inspections."),
                  Column.partialDateOrBlank(
                      "last_start_date",
                      row -> row.waiting().lastStart(),
                      "First day of the last full inspection as printed; blank when unknown."),
                  Column.partialDate(
                      "last_published_date",
                      row -> row.waiting().lastPublished(),
                      "Day on which its report came out, as printed."),
                  Column.integerOrBlank(
                      "days_since_last",
                      Row::daysSinceLast,
                      "Days from that publication to as_at, 0 when it came out later; blank unless"
                          + " the day is known.",
                      "days"),
                  Column.textOrBlank(
                      "lowest_grade",
                      Row::lowestGrade,
                      "The lowest grade of the council's ratings in force; blank without any."),
                  Column.integer(
                      "spells",
                      row -> row.exits().total(),
                      "Full inspections since 2021 whose lowest grade was the same, of all"
                          + " councils.",
                      "spells"),
                  Column.numberOrBlank(
                      "quartile_1_days",
                      1,
                      row -> row.estimate().quantile(QUARTER),
                      "Days by which a quarter of them were followed by the next full inspection"
                          + " (Kaplan-Meier estimate, from publication to the next start); blank"
                          + " when not reached.",
                      "days"),
                  Column.numberOrBlank(
                      "median_days",
                      1,
                      row -> row.estimate().quantile(HALF),
                      "Days by which half of them were; blank when not reached.",
                      "days"),
                  Column.numberOrBlank(
                      "quartile_3_days",
                      1,
                      row -> row.estimate().quantile(THREE_QUARTERS),
                      "Days by which three quarters of them were; blank when not reached.",
                      "days"),
                  Column.percentOrBlank(
                      "not_yet_percent",
                      Row::notYetPercent,
                      "Estimated share of them that had still to be inspected after as many days;"
                          + " blank without days or spells.")),
              "la_code",
              "scheme")
          .withCaveats(Caveats.NO_SCHEDULE, Caveats.DAYS_UNKNOWN);

  /**
   * A council that waits.
   *
   * @param date the run's reporting date
   * @param council the council
   * @param scheme the scheme
   * @param scale the scale of its grades
   * @param waiting since when
   * @param exits how the waits of others ended
   * @param estimate how long they were
   */
  record Row(
      ReportingDate date,
      Council council,
      Scheme scheme,
      @Nullable Scale scale,
      Waiting waiting,
      Exits exits,
      KaplanMeier estimate) {
    /** Longest first; those whose days are not known last. */
    private static final Comparator<Row> LONGEST_FIRST =
        Comparator.comparingLong((Row row) -> -row.daysSinceLast().orElse(-1))
            .thenComparing(row -> row.council().laCode())
            .thenComparingInt(row -> row.scheme().position());

    OptionalLong daysSinceLast() {
      OptionalLong days = waiting.lastPublished().daysTo(PartialDate.of(date.asAt()));
      return days.isPresent() ? OptionalLong.of(Math.max(0, days.getAsLong())) : days;
    }

    @Nullable String lowestGrade() {
      return waiting.lowestRank() == 0 || scale == null
          ? null
          : scale.grade(waiting.lowestRank()).key();
    }

    OptionalDouble notYetPercent() {
      OptionalLong days = daysSinceLast();
      return days.isPresent() && exits.total() > 0
          ? OptionalDouble.of(HUNDRED * estimate.notYetAfter(days.getAsLong()))
          : OptionalDouble.empty();
    }
  }

  private record Estimate(Exits exits, KaplanMeier estimate) {
    static Estimate of(SortedMap<Long, Exits> exits) {
      return new Estimate(
          exits.values().stream().reduce(Exits.NONE, Exits::plus), KaplanMeier.of(exits));
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public Class<WaitingTally> counts() {
    return WaitingTally.class;
  }

  @Override
  public WaitingTally tally(RunView run) {
    return new WaitingTally(run.reference(), run.date());
  }

  @Override
  public Stream<Row> rows(WaitingTally tally, RunView run) {
    Map<String, Estimate> estimates = new HashMap<>();
    return tally.waiting().stream()
        .map(
            waiting -> {
              String grades = waiting.scheme() + " " + waiting.scale() + " " + waiting.lowestRank();
              Estimate estimate =
                  estimates.computeIfAbsent(grades, key -> Estimate.of(tally.exits(waiting)));
              return row(waiting, estimate, run);
            })
        .sorted(Row.LONGEST_FIRST);
  }

  private static Row row(Waiting waiting, Estimate estimate, RunView run) {
    Reference reference = run.reference();
    Scale scale =
        reference.frameworks().stream()
            .map(framework -> framework.scale())
            .filter(candidate -> candidate.key().equals(waiting.scale()))
            .findFirst()
            .orElse(null);
    return new Row(
        run.date(),
        reference.councils().all().get(waiting.council()),
        reference.schemes().get(waiting.scheme()),
        scale,
        waiting,
        estimate.exits(),
        estimate.estimate());
  }
}
