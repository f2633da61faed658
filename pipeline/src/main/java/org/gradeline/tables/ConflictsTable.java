package org.gradeline.tables;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.MergedCouncil.Conflict;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.reference.Council;
import org.gradeline.reference.Framework;
import org.gradeline.reference.PartialDate;

/** Judgements on which two sources differ. */
final class ConflictsTable implements CouncilTable<ConflictsTable.Row> {
  private static final Table<Row> TABLE =
      Table.quality(
          "conflicts",
          "A judgement on which two sources differ; the first in the order of the sources is kept.",
          List.of(
              CommonColumns.LA_CODE.of(Row::council),
              CommonColumns.COUNCIL.of(Row::council),
              CommonColumns.FRAMEWORK.of(Row::framework),
              CommonColumns.publishedDate(Row::published),
              Column.text("area", Row::area, "The area judged."),
              Column.text("kept_grade", row -> row.grade(row.kept()), "The grade that is used."),
              Column.text("kept_source", Row::keptSource, "The file that says so."),
              Column.integer(
                  "kept_line", row -> row.kept().lineNumber(), "The line there, from 1."),
              Column.text(
                  "other_grade", row -> row.grade(row.other()), "The grade that is not used."),
              Column.text("other_source", Row::otherSource, "The file that says so."),
              Column.integer(
                  "other_line", row -> row.other().lineNumber(), "The line there, from 1.")));

  /**
   * Two judgements that differ.
   *
   * @param council the council
   * @param framework the framework of the inspection
   * @param published when its report came out
   * @param kept the judgement that is used
   * @param keptSource name of the file that it is from
   * @param other the judgement that is not used
   * @param otherSource name of the file that it is from
   */
  record Row(
      Council council,
      Framework framework,
      PartialDate published,
      Judgement kept,
      String keptSource,
      Judgement other,
      String otherSource) {
    private static final Comparator<Judgement> BY_GRADE_THEN_SOURCE =
        Comparator.comparingInt(RatingsTable::gradeOrder)
            .thenComparingInt(Judgement::source)
            .thenComparingLong(Judgement::lineNumber);
    private static final Comparator<Row> IN_COLUMN_ORDER =
        Comparator.comparing((Row row) -> row.framework().key())
            .thenComparing(row -> row.published().toString())
            .thenComparing(Row::area)
            .thenComparing(Row::kept, BY_GRADE_THEN_SOURCE)
            .thenComparing(Row::other, BY_GRADE_THEN_SOURCE);

    static Row of(Council council, Conflict conflict, RunView run) {
      return new Row(
          council,
          run.reference().frameworks().get(conflict.inspection().framework()),
          conflict.inspection().published(),
          conflict.kept(),
          run.source(conflict.kept().source()),
          conflict.other(),
          run.source(conflict.other().source()));
    }

    String area() {
      return framework.areas().get(kept.area()).key();
    }

    String grade(Judgement judgement) {
      return RatingsTable.gradeKey(
          framework.areas().get(judgement.area()).scale(), judgement.rank());
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public void rows(CouncilHistory history, RunView run, Consumer<? super Row> rows) {
    history.merged().conflicts().stream()
        .map(conflict -> Row.of(history.council(), conflict, run))
        .sorted(Row.IN_COLUMN_ORDER)
        .forEachOrdered(rows);
  }
}
