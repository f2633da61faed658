package org.gradeline.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gradeline.histories.Direction;
import org.gradeline.histories.Status;
import org.gradeline.reference.Council;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scale;
import org.gradeline.reference.Scope;
import org.gradeline.statistics.Share;
import org.jspecify.annotations.Nullable;

/** Columns that several tables share, in one wording, each read from what it is about. */
final class CommonColumns {
  private static final List<String> DIRECTIONS = List.of("first", "improved", "same", "declined");

  static final Column<Council> LA_CODE =
      Column.text(
          "la_code", Council::laCode, "The council's local authority code, which stays with it.");
  static final Column<Council> COUNCIL =
      Column.text("council", Council::name, "The council's name.");
  static final Column<Line> LINE =
      Column.text("line", Line::key, "The line: an area followed across frameworks.");
  static final Column<Scope> SCOPE = Column.text("scope", Scope::key, "Which frameworks count.");
  static final Column<Framework> FRAMEWORK =
      Column.text("framework", Framework::key, "The framework of the inspection.");
  static final Column<ReportingDate> AS_AT =
      Column.day("as_at", ReportingDate::asAt, "Inspections that started by this day count.");
  static final Column<ReportingDate> PUBLISHED_BY =
      Column.day(
          "published_by", ReportingDate::publishedBy, "Reports published by this day count.");
  static final Column<ReportingDate> COUNTED_TO =
      Column.day(
          "counted_to",
          ReportingDate::countedTo,
          "The day to which reports are counted: published_by, or the run's own while that is not"
              + " reached; the figures are then provisional.");
  static final Column<String> SOURCE =
      Column.text(
          "source", Function.identity(), "The file; of a workbook also its sheet, after #.");
  static final Column<Long> SOURCE_LINE =
      Column.integer(
          "source_line",
          Long::longValue,
          "The line in the file, from 1; of a row over several lines, the first.");

  static final Column<Status> STATUS =
      Column.oneOf(
          "status",
          List.of("graded", "not_inspected", "not_judged", "no_longer_judged"),
          Status::key,
          "graded: a rating is in force; not_inspected: no inspection covers the line yet;"
              + " not_judged: inspected, and the line never graded; no_longer_judged: its last"
              + " rating was ended by an inspection that did not judge the line.");
  static final Column<Geography> GEOGRAPHY_LEVEL =
      Column.text(
          "geography_level",
          Geography::level,
          "What the councils are counted by: national, or a grouping as it was on the day.");
  static final Column<Geography> GEOGRAPHY_CODE =
      Column.textOrBlank(
          "geography_code", Geography::code, "The geography's code; blank where it has none.");
  static final Column<Geography> GEOGRAPHY =
      Column.text("geography", Geography::name, "The geography.");

  static final Column<Share> PERCENT_LOWER =
      Column.percent(
          "percent_lower", Share::lower, "Lower limit of the 95 % Wilson score interval.");
  static final Column<Share> PERCENT_UPPER =
      Column.percent(
          "percent_upper", Share::upper, "Upper limit of the 95 % Wilson score interval.");

  private static final String PUBLISHED_DATE = "Day on which the report came out, as printed.";

  private CommonColumns() {}

  /** A day that may be unknown, as dates are printed. */
  static @Nullable PartialDate date(@Nullable LocalDate day) {
    return day == null ? null : PartialDate.of(day);
  }

  static <R> Column<R> startDate(Function<? super R, @Nullable PartialDate> date) {
    return Column.partialDateOrBlank(
        "start_date", date, "First day of the inspection or visit as printed; blank when unknown.");
  }

  static <R> Column<R> publishedDate(Function<? super R, PartialDate> date) {
    return Column.partialDate("published_date", date, PUBLISHED_DATE);
  }

  /** A publication that is read as it was printed. */
  static <R> Column<R> publishedDateAsPrinted(Function<? super R, String> printed) {
    return new Column<>(
        "published_date",
        Column.Type.PARTIAL_DATE,
        true,
        List.of(),
        PUBLISHED_DATE,
        (row, cells) -> cells.text(printed.apply(row)));
  }

  static <R> Column<R> publishedDateOrBlank(Function<? super R, @Nullable PartialDate> date) {
    return Column.partialDateOrBlank("published_date", date, PUBLISHED_DATE);
  }

  static <R> Column<R> gradeSince(Function<? super R, @Nullable PartialDate> date) {
    return Column.partialDateOrBlank(
        "grade_since",
        date,
        "The first publication of the unbroken run of ratings at the grade in force.");
  }

  static <R> Column<R> report(Function<? super R, @Nullable String> report) {
    return Column.textOrBlank("report", report, "Where the report is; blank when unknown.");
  }

  static <R> Column<R> direction(
      String name, Function<? super R, Direction> direction, String description) {
    return Column.oneOf(name, DIRECTIONS, row -> direction.apply(row).key(), description);
  }

  static <R> Column<R> directionOrBlank(
      String name, Function<? super R, @Nullable Direction> direction, String description) {
    return Column.oneOfOrBlank(
        name,
        DIRECTIONS,
        row -> {
          Direction found = direction.apply(row);
          return found == null ? null : found.key();
        },
        description);
  }

  /**
   * A column for every grade of every line; blank for the grades of other scales.
   *
   * @param scale the scale of a row's line
   * @param count how many there are of a grade of that scale
   */
  static <R> List<Column<R>> perGrade(
      Reference reference,
      Function<R, Scale> scale,
      BiFunction<R, Grade, Long> count,
      String description) {
    return reference.lines().stream()
        .flatMap(line -> line.scale().grades().stream())
        .map(Grade::key)
        .distinct()
        .map(key -> perGrade(key, scale, count, description))
        .toList();
  }

  private static <R> Column<R> perGrade(
      String key, Function<R, Scale> scale, BiFunction<R, Grade, Long> count, String description) {
    return Column.integerOrBlank(
        key,
        (R row) -> {
          for (Grade grade : scale.apply(row).grades()) {
            if (grade.key().equals(key)) {
              return OptionalLong.of(count.apply(row, grade));
            }
          }
          return OptionalLong.empty();
        },
        description,
        "councils");
  }
}
