package org.gradeline.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gradeline.histories.Direction;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.statistics.PublicationDayTally;
import org.gradeline.statistics.PublicationDayTally.Day;
import org.gradeline.statistics.PublicationDayTally.Rating;

/** Reports that came out on one day. */
final class PublicationDaysTable implements NationalTable<PublicationDayTally> {
  private final List<String> grades;
  private final TableSchema schema;

  PublicationDaysTable(Reference reference) {
    grades = CommonColumns.grades(reference);
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.partialDate("published_date", "The day on which the reports came out.")
                    .filled(),
                CommonColumns.LINE,
                Column.integer("councils", "Councils whose reports gave the line a grade.")
                    .filled()));
    columns.addAll(CommonColumns.perGrade(grades, "Councils given this grade."));
    columns.addAll(
        List.of(
            Column.integer("improved", "Councils with a better grade than before.").filled(),
            Column.integer("same", "Councils with the same grade as before.").filled(),
            Column.integer("declined", "Councils with a worse grade than before.").filled(),
            Column.integer("first", "Councils with their first grade.").filled(),
            Column.text(
                    "names",
                    "Every council with its grade and direction, in council order, joined by '; '.")
                .filled()));
    schema =
        TableSchema.table(
            "publication_days",
            "The ratings of a line that came out on one day. Publications known only to the month or year are left out.",
            List.copyOf(columns),
            "published_date",
            "line");
  }

  @Override
  public TableSchema schema() {
    return schema;
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
  public void write(PublicationDayTally tally, RunView run, RowWriter rows) {
    for (Day day : tally.days()) {
      write(day, tally.ratings(day), run.reference(), rows);
    }
  }

  private void write(Day day, List<Rating> ratings, Reference reference, RowWriter rows) {
    Line line = reference.lines().get(day.line());
    rows.date(day.published()).text(line.key()).number(ratings.size());
    CommonColumns.perGrade(
        grades,
        line.scale(),
        (Grade grade) -> ratings.stream().filter(rating -> rating.rank() == grade.rank()).count(),
        rows);
    for (Direction direction :
        List.of(Direction.IMPROVED, Direction.SAME, Direction.DECLINED, Direction.FIRST)) {
      rows.number(ratings.stream().filter(rating -> rating.direction() == direction).count());
    }
    rows.text(
            ratings.stream()
                .map(rating -> name(rating, line, reference))
                .collect(Collectors.joining("; ")))
        .endRow();
  }

  private static String name(Rating rating, Line line, Reference reference) {
    return reference.councils().all().get(rating.council()).name()
        + ": "
        + line.scale().grade(rating.rank()).key()
        + " ("
        + rating.direction().key()
        + ")";
  }
}
