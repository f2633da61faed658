package org.gradeline.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradeline.histories.Direction;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.statistics.PublicationDayTally;
import org.gradeline.statistics.PublicationDayTally.Rating;

/** Reports that came out on one day. */
final class PublicationDaysTable
    implements NationalTable<PublicationDaysTable.Row, PublicationDayTally> {
  private final Table<Row> table;

  PublicationDaysTable(Reference reference) {
    List<Column<Row>> columns =
        new ArrayList<>(
            List.of(
                Column.partialDate(
                    "published_date", Row::published, "The day on which the reports came out."),
                CommonColumns.LINE.of(Row::line),
                Column.integer(
                    "councils",
                    row -> row.ratings().size(),
                    "Councils whose reports gave the line a grade.",
                    "councils")));
    columns.addAll(
        CommonColumns.perGrade(
            reference,
            (Row row) -> row.line().scale(),
            (row, grade) -> row.atRank(grade.rank()),
            "Councils given this grade."));
    columns.addAll(
        List.of(
            Column.integer(
                "improved",
                row -> row.inDirection(Direction.IMPROVED),
                "Councils with a better grade than before.",
                "councils"),
            Column.integer(
                "same",
                row -> row.inDirection(Direction.SAME),
                "Councils with the same grade as before.",
                "councils"),
            Column.integer(
                "declined",
                row -> row.inDirection(Direction.DECLINED),
                "Councils with a worse grade than before.",
                "councils"),
            Column.integer(
                "first",
                row -> row.inDirection(Direction.FIRST),
                "Councils with their first grade.",
                "councils"),
            Column.text(
                "names",
                row -> names(row, reference),
                "Every council with its grade and direction, in council order, joined by '; '.")));
    table =
        Table.<Row>of(
                "publication_days",
                "The ratings of a line that came out on one day. Publications known only to the month or year are left out.",
                columns,
                "published_date",
                "line")
            .withCaveats(Caveats.DIFFERENT_TESTS);
  }

  /**
   * The ratings of a day.
   *
   * @param published the day
   * @param line the line
   * @param ratings one a council, in the order of the councils
   */
  record Row(PartialDate published, Line line, List<Rating> ratings) {
    long atRank(int rank) {
      return ratings.stream().filter(rating -> rating.rank() == rank).count();
    }

    long inDirection(Direction direction) {
      return ratings.stream().filter(rating -> rating.direction() == direction).count();
    }
  }

  private static String names(Row row, Reference reference) {
    StringBuilder names = new StringBuilder();
    for (Rating rating : row.ratings()) {
      names
          .append(names.isEmpty() ? "" : "; ")
          .append(reference.councils().all().get(rating.council()).name())
          .append(": ")
          .append(row.line().scale().grade(rating.rank()).key())
          .append(" (")
          .append(rating.direction().key())
          .append(')');
    }
    return names.toString();
  }

  @Override
  public Table<Row> table() {
    return table;
  }

  @Override
  public Class<PublicationDayTally> counts() {
    return PublicationDayTally.class;
  }

  @Override
  public PublicationDayTally tally(RunView run) {
    return new PublicationDayTally(run.reference(), run.date());
  }

  @Override
  public Stream<Row> rows(PublicationDayTally tally, RunView run) {
    return tally
        .days()
        .map(
            day ->
                new Row(day.published(), run.reference().lines().get(day.line()), day.ratings()));
  }
}
