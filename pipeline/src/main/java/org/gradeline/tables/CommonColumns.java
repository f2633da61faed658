package org.gradeline.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.gradeline.normalising.QualityIssue;
import org.gradeline.reference.Council;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scale;

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

  static final Column STATUS =
      Column.oneOf(
              "status",
              List.of("graded", "not_inspected", "not_judged", "no_longer_judged"),
              "graded: a rating is in force; not_inspected: no inspection covers the line yet; not_judged: inspected,"
                  + " and the line never graded; no_longer_judged: its last rating was ended by an inspection that did"
                  + " not judge the line.")
          .filled();
  static final Column GEOGRAPHY_LEVEL =
      Column.oneOf(
              "geography_level",
              List.of(
                  Geography.COUNCIL_TYPE,
                  Geography.NATIONAL,
                  Geography.OFSTED_REGION,
                  Geography.REGION),
              "What the councils are counted by.")
          .filled();
  static final Column GEOGRAPHY_CODE =
      Column.text("geography_code", "The geography's code; blank where it has none.");
  static final Column GEOGRAPHY = Column.text("geography", "The geography.").filled();

  private CommonColumns() {}

  static RowWriter geography(Geography geography, RowWriter rows) {
    return rows.text(geography.level()).text(geography.code()).text(geography.name());
  }

  /** Every grade of every line, for tables with a column a grade. */
  static List<String> grades(Reference reference) {
    return reference.lines().stream()
        .flatMap(line -> line.scale().grades().stream())
        .map(Grade::key)
        .distinct()
        .toList();
  }

  /** A column a grade. */
  static List<Column> perGrade(List<String> grades, String description) {
    return grades.stream().map(grade -> Column.integer(grade, description)).toList();
  }

  /** A cell a grade; blank for the grades of other scales. */
  static void perGrade(
      List<String> grades, Scale scale, ToLongFunction<Grade> count, RowWriter rows) {
    for (String key : grades) {
      Optional<Grade> own =
          scale.grades().stream().filter(grade -> grade.key().equals(key)).findFirst();
      if (own.isPresent()) {
        rows.number(count.applyAsLong(own.get()));
      } else {
        rows.blank();
      }
    }
  }

  static RowWriter council(Council council, RowWriter rows) {
    return rows.text(council.laCode()).text(council.name());
  }

  static RowWriter place(QualityIssue note, RunView run, RowWriter rows) {
    return rows.text(run.source(note.source()))
        .number(note.lineNumber())
        .text(note.type().key())
        .text(note.field())
        .text(note.value());
  }
}
