package org.gradeline.tables;

import java.util.List;
import org.gradeline.normalising.Note;
import org.gradeline.reference.Council;

/** Columns that several tables share, in one wording. */
final class CommonColumns {
  static final Column LA_CODE =
      Column.text("la_code", "The council's local authority code, which stays with it.").filled();
  static final Column COUNCIL = Column.text("council", "The council's name.").filled();
  static final Column LINE =
      Column.text("line", "The line: an area followed across frameworks.").filled();
  static final Column SCOPE = Column.text("scope", "Which frameworks count.").filled();
  static final Column FRAMEWORK = Column.text("framework", "The framework of the inspection.");
  static final Column START_DATE =
      Column.partialDate(
          "start_date", "First day of the inspection or visit as printed; blank when unknown.");
  static final Column PUBLISHED_DATE =
      Column.partialDate("published_date", "Day on which the report came out, as printed.");
  static final Column REPORT = Column.text("report", "Where the report is; blank when unknown.");
  static final Column AS_AT =
      Column.day("as_at", "Inspections that started by this day count.").filled();
  static final Column PUBLISHED_BY =
      Column.day("published_by", "Reports published by this day count.").filled();
  static final Column SOURCE = Column.text("source", "The file.").filled();
  static final Column SOURCE_LINE =
      Column.integer(
              "source_line",
              "The line in the file, from 1; of a row over several lines, the first.")
          .filled();
  static final List<String> DIRECTIONS = List.of("first", "improved", "same", "declined");

  private CommonColumns() {}

  static RowWriter council(Council council, RowWriter rows) {
    return rows.text(council.laCode()).text(council.name());
  }

  static RowWriter place(Note note, RunView run, RowWriter rows) {
    return rows.text(run.source(note.source()))
        .number(note.line())
        .text(note.rule().key())
        .text(note.field())
        .text(note.value());
  }
}
