package org.gradeline.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.LineEvent;
import org.gradeline.histories.LineHistory;
import org.gradeline.histories.LineHistory.Standing;
import org.gradeline.histories.Status;
import org.gradeline.reference.Council;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scheme;
import org.gradeline.reference.Scope;
import org.gradeline.tables.RunView.ReportingYear;
import org.jspecify.annotations.Nullable;

/** The council-by-year panel that researchers join their own data to. */
final class PanelTable implements CouncilTable<PanelTable.Row> {
  private static final double DAYS_A_YEAR = 365.25;
  private static final int DECIMALS = 4;

  private static final Table<Row> TABLE =
      Table.<Row>of(
              "panel",
              "How a council that was open on 31 March is rated on a line for that day, for every"
                  + " year from the first rating on. A rating counts when its inspection had"
                  + " started by that day and its report was out by the published_by of the year's"
                  + " reporting date (until April 2023 a month later, since then three months): it"
                  + " may have come out after 31 March. Years whose reporting date is not reached"
                  + " are left out.",
              List.of(
                  Column.integer(
                      "year",
                      row -> row.year().year(),
                      "The year that ends on 31 March of this calendar year."),
                  CommonColumns.LA_CODE.of(Row::council),
                  Column.textOrBlank(
                      "gss_code",
                      row -> row.council().codeOn(row.day()),
                      "The council's nine-character code on that day."),
                  CommonColumns.COUNCIL.of(Row::council),
                  Column.textOrBlank(
                      "council_type",
                      row -> row.council().geography(Geography.COUNCIL_TYPE, row.day()),
                      "The kind of council on that day."),
                  Column.textOrBlank(
                      "region",
                      row -> row.council().geography(Geography.REGION, row.day()),
                      "The region it was in on that day."),
                  CommonColumns.LINE.of(Row::line),
                  CommonColumns.STATUS.of(Row::status),
                  Column.textOrBlank(
                      "grade",
                      row -> row.inForce(rated -> row.line().scale().grade(rated.rank()).key()),
                      "The grade in force; blank unless graded."),
                  Column.integerOrBlank(
                      "grade_rank", Row::gradeRank, "Its place in its scale, 1 being the best."),
                  Column.textOrBlank(
                      "framework",
                      row -> row.inForce(rated -> rated.judged().framework().key()),
                      "The framework of the rating in force."),
                  CommonColumns.publishedDateOrBlank(
                      row -> row.inForce(rated -> rated.inspection().published())),
                  Column.oneOfOrBlank(
                      "comparable",
                      List.of("yes", "with_care"),
                      Row::comparable,
                      "Whether the rating in force may be compared with the one before it: yes when"
                          + " framework and definition of the area are the same; blank without one"
                          + " before."),
                  Column.integer(
                      "inspected_in_year",
                      Row::inspections,
                      "Inspections that gave the line a grade and started in the year (or came out,"
                          + " where the start is unknown), whenever their reports came out.",
                      "inspections"),
                  Column.integerOrBlank(
                      "visits_in_year",
                      Row::visits,
                      "Visits to the council in the year; blank where it is not known that these"
                          + " are all the visits.",
                      "visits"),
                  Column.numberOrBlank(
                      "years_since_rating",
                      DECIMALS,
                      Row::yearsSinceRating,
                      "Years of 365.25 days from the publication of the rating in force to 31"
                          + " March; blank unless known, and where it came out after that day.",
                      "years")),
              "year",
              "la_code",
              "line")
          .withCaveats(
              Caveats.DIFFERENT_TESTS,
              Caveats.SCALES_NEVER_COMPARE,
              Caveats.AREAS_COME_AND_GO,
              Caveats.YEAR_COUNTS_LATER_REPORTS,
              Caveats.KNOWN_VISITS,
              Caveats.CLOSED_COUNCILS,
              Caveats.RANKS);

  /**
   * A council on a line at the end of a year.
   *
   * @param year the year
   * @param council the council
   * @param line the line
   * @param status how it stood
   * @param rated the rating in force; null unless graded
   * @param previous the rating before it; null without one
   * @param inspections inspections in the year that gave the line a grade
   * @param visits visits in the year; empty unless all are known
   */
  record Row(
      ReportingYear year,
      Council council,
      Line line,
      Status status,
      @Nullable LineEvent rated,
      @Nullable LineEvent previous,
      long inspections,
      OptionalLong visits) {
    LocalDate day() {
      return year.date().asAt();
    }

    /** What is read from the rating in force; null unless graded. */
    <V> @Nullable V inForce(Function<LineEvent, @Nullable V> value) {
      return rated == null ? null : value.apply(rated);
    }

    OptionalLong gradeRank() {
      return rated == null ? OptionalLong.empty() : OptionalLong.of(rated.rank());
    }

    @Nullable String comparable() {
      if (rated == null || previous == null) {
        return null;
      }
      return rated.isSameTestAs(previous) ? "yes" : "with_care";
    }

    OptionalDouble yearsSinceRating() {
      PartialDate published = inForce(event -> event.inspection().published());
      OptionalLong days =
          published == null ? OptionalLong.empty() : published.daysTo(PartialDate.of(day()));
      return days.isPresent() && days.getAsLong() >= 0
          ? OptionalDouble.of(days.getAsLong() / DAYS_A_YEAR)
          : OptionalDouble.empty();
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public String section(Row row) {
    return row.year().section();
  }

  @Override
  public void rows(CouncilHistory history, RunView run, Consumer<? super Row> rows) {
    Reference reference = run.reference();
    Scope scope = reference.everyFramework();
    List<EventDays> ratings =
        reference.lines().stream()
            .map(line -> EventDays.ofRatings(history.line(scope, line), run.date()))
            .toList();
    List<EventDays> visits =
        reference.schemes().stream()
            .map(scheme -> EventDays.ofVisits(history, scheme, reference, run.date()))
            .toList();
    for (ReportingYear year : run.years()) {
      if (history.council().openOn(year.date().asAt())) {
        int first = PartialDate.pack(year.firstDay());
        int last = PartialDate.pack(year.date().asAt());
        for (Line line : reference.lines()) {
          Scheme scheme = line.scheme();
          boolean visitsKnown = reference.visitsKnown(scheme, first, last);
          rows.accept(
              row(
                  history,
                  line,
                  year,
                  scope,
                  ratings.get(line.position()).between(first, last),
                  visitsKnown
                      ? OptionalLong.of(visits.get(scheme.position()).between(first, last))
                      : OptionalLong.empty()));
        }
      }
    }
  }

  private static Row row(
      CouncilHistory history,
      Line line,
      ReportingYear year,
      Scope scope,
      long inspections,
      OptionalLong visits) {
    LineHistory ofLine = history.line(scope, line);
    Standing standing = ofLine.at(year.date());
    return new Row(
        year,
        history.council(),
        line,
        standing.status(),
        standing.rated(),
        ofLine.before(standing, year.date()),
        inspections,
        visits);
  }
}
