package org.gradeline.tables;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradeline.histories.Direction;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scale;
import org.gradeline.statistics.Gathering;
import org.gradeline.statistics.PublicationDays;
import org.gradeline.statistics.PublicationDays.Rating;

/** Reports that came out on one day. */
final class PublicationDaysTable implements GatheredTable<PublicationDaysTable.Row> {
  /** About as many characters as a council takes with its grade and direction. */
  private static final int LENGTH_OF_A_NAME = 48;

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
                "The ratings of a line that came out on one day. Publications known only to the"
                    + " month or year are left out.",
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
      long councils = 0;
      for (Rating rating : ratings) {
        councils += rating.rank() == rank ? 1 : 0;
      }
      return councils;
    }

    long inDirection(Direction direction) {
      long councils = 0;
      for (Rating rating : ratings) {
        councils += rating.direction() == direction ? 1 : 0;
      }
      return councils;
    }
  }

  private static String names(Row row, Reference reference) {
    List<Council> councils = reference.councils().all();
    Scale scale = row.line().scale();
    StringBuilder names = new StringBuilder(row.ratings().size() * LENGTH_OF_A_NAME);
    for (Rating rating : row.ratings()) {
      if (names.length() > 0) {
        names.append("; ");
      }
      names.append(councils.get(rating.council()).name()).append(": ");
      names.append(scale.grade(rating.rank()).key());
      names.append(" (").append(rating.direction().key()).append(')');
    }
    return names.toString();
  }

  @Override
  public Table<Row> table() {
    return table;
  }

  @Override
  public Gathering gathering(RunView run) {
    return new PublicationDays(run.reference(), run.date());
  }

  @Override
  public Stream<Row> rows(List<InputStream> gathered, RunView run) {
    return PublicationDays.days(run.reference(), gathered)
        .map(
            day ->
                new Row(day.published(), run.reference().lines().get(day.line()), day.ratings()));
  }
}
