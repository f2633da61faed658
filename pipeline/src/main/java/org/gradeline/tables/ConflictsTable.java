package org.gradeline.tables;

import java.util.Comparator;
import java.util.List;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.MergedCouncil.Conflict;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Scale;

/** Judgements on which two sources differ. */
final class ConflictsTable implements CouncilTable {
  private final TableSchema schema =
      TableSchema.quality(
          "conflicts",
          "A judgement on which two sources differ; the first in the order of the sources is kept.",
          List.of(
              CommonColumns.LA_CODE,
              CommonColumns.COUNCIL,
              CommonColumns.FRAMEWORK.filled(),
              CommonColumns.PUBLISHED_DATE.filled(),
              Column.text("area", "The area judged.").filled(),
              Column.text("kept_grade", "The grade that is used.").filled(),
              Column.text("kept_source", "The file that says so.").filled(),
              Column.integer("kept_line", "The line there, from 1.").filled(),
              Column.text("other_grade", "The grade that is not used.").filled(),
              Column.text("other_source", "The file that says so.").filled(),
              Column.integer("other_line", "The line there, from 1.").filled()),
          false);

  private static final Comparator<Judgement> BY_GRADE_THEN_SOURCE =
      Comparator.comparingInt(RatingsTable::gradeOrder)
          .thenComparingInt(Judgement::source)
          .thenComparingLong(Judgement::lineNumber);

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public void write(CouncilHistory history, RunView run, TableParts parts) {
    RowWriter rows = parts.rows(schema);
    history.merged().conflicts().stream()
        .sorted(
            Comparator.comparing((Conflict conflict) -> framework(conflict, run).key())
                .thenComparing(conflict -> conflict.inspection().published().toString())
                .thenComparing(conflict -> area(conflict, run))
                .thenComparing(Conflict::kept, BY_GRADE_THEN_SOURCE)
                .thenComparing(Conflict::other, BY_GRADE_THEN_SOURCE))
        .forEach(
            conflict -> {
              Framework framework = framework(conflict, run);
              CommonColumns.council(history.council(), rows)
                  .text(framework.key())
                  .date(conflict.inspection().published())
                  .text(area(conflict, run));
              judgement(conflict.kept(), framework.scale(), run, rows);
              judgement(conflict.other(), framework.scale(), run, rows);
              rows.endRow();
            });
  }

  private static void judgement(Judgement judgement, Scale scale, RunView run, RowWriter rows) {
    rows.text(RatingsTable.gradeKey(scale, judgement.rank()))
        .text(run.source(judgement.source()))
        .number(judgement.lineNumber());
  }

  private static Framework framework(Conflict conflict, RunView run) {
    return run.reference().frameworks().get(conflict.inspection().framework());
  }

  private static String area(Conflict conflict, RunView run) {
    return framework(conflict, run).areas().get(conflict.kept().area()).key();
  }
}
