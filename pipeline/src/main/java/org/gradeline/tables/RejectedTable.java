package org.gradeline.tables;

import java.util.List;
import org.gradeline.normalising.QualityIssue.Rejection;

/** What was not used, and why. */
final class RejectedTable implements QualityIssueTable<Rejection> {
  private final TableSchema schema =
      TableSchema.quality(
          "rejected",
          "A record, judgement or finding that was not used, with the rule it breaks.",
          List.of(
              CommonColumns.SOURCE,
              CommonColumns.SOURCE_LINE,
              Column.text("rule", "The rule that it breaks.").filled(),
              Column.text("field", "The field or area concerned; blank for a whole record."),
              Column.text("value", "The value as written."),
              Column.text("message", "What is wrong, and what to do.").filled(),
              Column.text(
                  "suggestion",
                  "The nearest known value or the expected form; never used by itself."),
              Column.text(
                  "raw", "The record as it stands in its file, shortened to 1,000 characters.")),
          true);

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public Class<Rejection> notes() {
    return Rejection.class;
  }

  @Override
  public void write(Rejection note, RunView run, RowWriter rows) {
    CommonColumns.place(note, run, rows)
        .text(note.message())
        .text(note.suggestion())
        .text(note.raw())
        .endRow();
  }
}
