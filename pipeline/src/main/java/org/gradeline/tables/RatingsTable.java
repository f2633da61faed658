package org.gradeline.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.reference.Framework;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Scale;
import org.jspecify.annotations.Nullable;

/** Every judgement that was accepted. */
final class RatingsTable implements CouncilTable {
  private record Rating(
      Inspection inspection, Framework framework, String area, Judgement judgement) {}

  private static final Comparator<Rating> IN_COLUMN_ORDER =
      Comparator.comparing((Rating rating) -> rating.framework().key())
          .thenComparing(rating -> rating.inspection().type())
          .thenComparing(Rating::area)
          .thenComparingInt(rating -> gradeOrder(rating.judgement()))
          .thenComparing(rating -> rating.judgement().wording())
          .thenComparingInt(rating -> packed(rating.inspection().start()))
          .thenComparingInt(rating -> packed(rating.inspection().end()))
          .thenComparingInt(rating -> rating.inspection().published().packed())
          .thenComparing(rating -> rating.inspection().report())
          .thenComparingInt(rating -> rating.judgement().source())
          .thenComparingLong(rating -> rating.judgement().lineNumber());

  private final TableSchema schema =
      TableSchema.table(
          "ratings",
          "One area's outcome in one inspection: every judgement that was accepted, whenever it was published.",
          List.of(
              CommonColumns.LA_CODE,
              CommonColumns.COUNCIL,
              CommonColumns.FRAMEWORK.filled(),
              Column.text(
                  "inspection_type",
                  "The kind of inspection, as in the source; blank when unknown."),
              Column.text("area", "The area judged.").filled(),
              Column.text(
                      "grade",
                      "The grade, or not_judged where the report says that it was not judged.")
                  .filled(),
              Column.integer(
                  "grade_rank",
                  "The grade's place in its scale, 1 being the best; blank when not judged."),
              Column.text("wording", "The grade as printed.").filled(),
              CommonColumns.START_DATE,
              Column.partialDate(
                  "end_date", "Last day of the inspection as printed; blank when unknown."),
              CommonColumns.PUBLISHED_DATE.filled(),
              CommonColumns.REPORT,
              CommonColumns.SOURCE,
              CommonColumns.SOURCE_LINE));

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public void write(CouncilHistory history, RunView run, TableParts parts) {
    RowWriter rows = parts.rows(schema);
    List<Rating> ratings = new ArrayList<>();
    for (Inspection inspection : history.merged().inspections()) {
      Framework framework = run.reference().frameworks().get(inspection.framework());
      for (Judgement judgement : inspection.judgements()) {
        ratings.add(
            new Rating(
                inspection, framework, framework.areas().get(judgement.area()).key(), judgement));
      }
    }
    ratings.sort(IN_COLUMN_ORDER);
    for (Rating rating : ratings) {
      Inspection inspection = rating.inspection();
      int rank = rating.judgement().rank();
      CommonColumns.council(history.council(), rows)
          .text(rating.framework().key())
          .text(inspection.type())
          .text(rating.area())
          .text(gradeKey(rating.framework().scale(), rank));
      (rank == Scale.NOT_JUDGED ? rows.blank() : rows.number(rank))
          .text(rating.judgement().wording())
          .date(inspection.start())
          .date(inspection.end())
          .date(inspection.published())
          .text(inspection.report())
          .text(run.source(rating.judgement().source()))
          .number(rating.judgement().lineNumber())
          .endRow();
    }
  }

  /** The order of grades, best first, with "not judged" behind them. */
  static int gradeOrder(Judgement judgement) {
    return judgement.rank() == Scale.NOT_JUDGED ? Integer.MAX_VALUE : judgement.rank();
  }

  static String gradeKey(Scale scale, int rank) {
    return rank == Scale.NOT_JUDGED ? Scale.NOT_JUDGED_KEY : scale.grade(rank).key();
  }

  /** A number in whose order the dates are as printed: an unknown one first. */
  private static int packed(@Nullable PartialDate date) {
    return date == null ? 0 : date.packed();
  }
}
