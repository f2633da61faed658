package org.gradeline.tables;

import java.util.List;
import org.gradeline.normalising.QualityIssue.Repair;

/** Values that were used as they were evidently meant. */
final class RepairsTable implements QualityIssueTable<Repair> {
  private final TableSchema schema =
      TableSchema.quality(
          "repairs",
          "A value that was used as it was evidently meant.",
          List.of(
              CommonColumns.SOURCE,
              CommonColumns.SOURCE_LINE,
              Column.text("rule", "The repair.").filled(),
              Column.text("field", "The field or area concerned.").filled(),
              Column.text("value", "The value as written.").filled(),
              Column.text("repaired", "The value that was used.")),
          true);

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public Class<Repair> notes() {
    return Repair.class;
  }

  @Override
  public void write(Repair note, RunView run, RowWriter rows) {
    CommonColumns.place(note, run, rows).text(note.repaired()).endRow();
  }
}
