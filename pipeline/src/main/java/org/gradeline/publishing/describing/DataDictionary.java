package org.gradeline.publishing.describing;

import static org.gradeline.publishing.describing.Markdown.cells;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.publishing.database.SqliteDatabase;
import org.gradeline.reference.Reference;
import org.gradeline.tables.Caveats;
import org.gradeline.tables.Column;
import org.gradeline.tables.RunView;
import org.gradeline.tables.Table;

/**
 * The README of the reports, for people: what may be compared, every table and column with its
 * caveats, and what the values mean. The folder needs nothing else to be understood.
 */
public final class DataDictionary {
  private DataDictionary() {}

  /**
   * Writes the dictionary.
   *
   * @param tables the tables
   * @param files the tables' files
   * @param view the run's view
   * @param options the run's options in force, by name
   */
  public static String describe(
      List<Table<?>> tables, List<PublishedFile> files, RunView view, Map<String, String> options) {
    Map<String, PublishedFile> byPath =
        files.stream().collect(Collectors.toMap(PublishedFile::path, Function.identity()));
    Markdown text = new Markdown();
    opening(view, options, text);
    text.table(
        List.of("table", "rows:", "what a row is"),
        tables.stream()
            .filter(table -> byPath.containsKey(table.path()))
            .map(
                table ->
                    cells(
                        "[" + table.path() + "](" + table.path() + ")",
                        String.format(
                            Locale.ROOT,
                            "%,d",
                            Objects.requireNonNull(byPath.get(table.path())).rows()),
                        table.description())));
    comparing(view.reference(), text);
    DictionaryValues.describe(view.reference(), text);
    tables.forEach(table -> describe(table, view.reference(), text));
    return text.toString();
  }

  private static void opening(RunView view, Map<String, String> options, Markdown text) {
    text.heading(1, "Reports")
        .paragraph(
            "Made by Gradeline as at "
                + view.date().asAt()
                + ", from reports published by "
                + view.date().publishedBy()
                + ".")
        .list(Replacements.sentences(options, view.reference()))
        .paragraph(
            "Contains public sector information licensed under the Open Government Licence v3.0. "
                + "`"
                + Citation.FILE
                + "` says how to cite these tables.")
        .paragraph(
            "CSV: UTF-8, comma, LF; dates in ISO 8601; percents from 0 to 100; a blank cell is no"
                + " value. Every table\n"
                + "is in `"
                + SqliteDatabase.FILE
                + "` too, except those in `open_data/` and those of more than "
                + (SqliteDatabase.MAX_BYTES >> 20)
                + " MiB;\n"
                + "`metadata.json` describes it for Datasette. `datapackage.json` describes all of"
                + " them for programs, and `run.json` says what the run read and made.");
  }

  /** What two figures must have in common. */
  private static void comparing(Reference reference, Markdown text) {
    text.heading(2, "What may be compared")
        .paragraph(
            "Two years, councils or places can be compared where line and scope are the same."
                + " Before you do:")
        .list(
            Stream.of(
                    Caveats.DIFFERENT_TESTS,
                    Caveats.WHAT_WAS_JUDGED,
                    Caveats.PRINTED_WORDS,
                    Caveats.SCALES_NEVER_COMPARE,
                    Caveats.AREAS_COME_AND_GO,
                    Caveats.PROVISIONAL,
                    Caveats.CLOSED_COUNCILS,
                    Caveats.GROUPINGS,
                    Caveats.SMALL_BASES,
                    Caveats.KNOWN_VISITS,
                    Caveats.NEIGHBOURS)
                .flatMap(caveat -> caveat.of(reference).stream())
                .toList());
  }

  private static void describe(Table<?> table, Reference reference, Markdown text) {
    text.heading(2, table.path()).paragraph(table.description());
    if (!table.primaryKey().isEmpty()) {
      text.paragraph("Key: " + String.join(", ", table.primaryKey()) + ".");
    }
    if (!table.foreignKeys().isEmpty()) {
      text.paragraph(
          "Joins with: "
              + table.foreignKeys().stream()
                  .map(key -> key.table() + " by " + String.join(" and ", key.columns()))
                  .collect(Collectors.joining("; "))
              + ".");
    }
    text.list(table.caveats(reference))
        .table(
            List.of("column", "type", "what it says"),
            table.columns().stream()
                .map(column -> cells(column.name(), type(column), meaning(column))));
  }

  private static String meaning(Column<?> column) {
    return column.allowed().isEmpty()
        ? column.description()
        : column.description() + " (" + String.join(", ", column.allowed()) + ")";
  }

  private static String type(Column<?> column) {
    String kind = kind(column);
    return column.unit().isEmpty() || column.unit().equals(kind)
        ? kind
        : kind + " (" + column.unit() + ")";
  }

  private static String kind(Column<?> column) {
    return switch (column.type()) {
      case TEXT -> "text";
      case INTEGER -> "whole number";
      case NUMBER -> "number";
      case PERCENT -> "percent";
      case DAY -> "day";
      case PARTIAL_DATE -> "day, month or year";
    };
  }
}
