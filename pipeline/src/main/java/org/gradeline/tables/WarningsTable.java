package org.gradeline.tables;

import java.util.List;
import org.gradeline.normalising.QualityIssue.Warning;

/** Values that were used, and that a person should look at. */
final class WarningsTable implements QualityIssueTable<Warning> {
  private final TableSchema schema =
      TableSchema.quality(
          "warnings",
          "A value that was used, and that a person should look at.",
          List.of(
              CommonColumns.SOURCE,
              CommonColumns.SOURCE_LINE,
              Column.text("rule", "Why it is in doubt.").filled(),
              Column.text("field", "The field concerned.").filled(),
              Column.text("value", "The value as written."),
              Column.text("message", "What is doubtful about it.").filled()),
          true);

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public Class<Warning> notes() {
    return Warning.class;
  }

  @Override
  public void write(Warning note, RunView run, RowWriter rows) {
    CommonColumns.place(note, run, rows).text(note.message()).endRow();
  }
}
