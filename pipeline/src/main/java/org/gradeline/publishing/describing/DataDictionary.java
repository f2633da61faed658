package org.gradeline.publishing.describing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.publishing.database.SqliteDatabase;
import org.gradeline.tables.Column;
import org.gradeline.tables.RunView;
import org.gradeline.tables.Table;

/** The README of the reports: every table and column, for people. */
public final class DataDictionary {
  private DataDictionary() {}

  /**
   * Writes the dictionary.
   *
   * @param tables the tables
   * @param files the tables' files
   * @param view the run's view
   */
  public static String describe(List<Table<?>> tables, List<PublishedFile> files, RunView view) {
    Map<String, PublishedFile> byPath =
        files.stream().collect(Collectors.toMap(PublishedFile::path, Function.identity()));
    StringBuilder text = new StringBuilder();
    text.append("# Reports\n\n");
    text.append("Made by Gradeline as at ").append(view.date().asAt());
    text.append(", from reports published by ").append(view.date().publishedBy()).append(".\n\n");
    text.append(
        "Contains public sector information licensed under the Open Government Licence v3.0.\n\n");
    text.append(
        "CSV: UTF-8, comma, LF; dates in ISO 8601; percents from 0 to 100; a blank cell is no value. Every\n");
    text.append("table stands in `")
        .append(SqliteDatabase.FILE)
        .append("` too, but for those in `open_data/` and those of more than ")
        .append(SqliteDatabase.MAX_BYTES >> 20)
        .append(" MiB.\n");
    text.append(
        "`datapackage.json` describes all of them for programs, and `run.json` says what the run read and made.\n\n");
    text.append("| table | rows | what a row is |\n|---|--:|---|\n");
    for (Table<?> table : tables) {
      PublishedFile file = byPath.get(table.path());
      if (file != null) {
        text.append("| [").append(table.path()).append("](").append(table.path()).append(") | ");
        text.append(String.format(Locale.ROOT, "%,d", file.rows())).append(" | ");
        text.append(cell(table.description())).append(" |\n");
      }
    }
    tables.forEach(table -> describe(table, text));
    return text.toString();
  }

  private static void describe(Table<?> table, StringBuilder text) {
    text.append("\n## ")
        .append(table.path())
        .append("\n\n")
        .append(table.description())
        .append("\n\n");
    if (!table.primaryKey().isEmpty()) {
      text.append("Key: ").append(String.join(", ", table.primaryKey())).append(".\n\n");
    }
    text.append("| column | type | what it says |\n|---|---|---|\n");
    for (Column<?> column : table.columns()) {
      String allowed =
          column.allowed().isEmpty() ? "" : " (" + String.join(", ", column.allowed()) + ")";
      text.append("| ").append(column.name()).append(" | ").append(type(column)).append(" | ");
      text.append(cell(column.description() + allowed)).append(" |\n");
    }
  }

  private static String type(Column<?> column) {
    return switch (column.type()) {
      case TEXT -> "text";
      case INTEGER -> "whole number";
      case NUMBER -> "number";
      case PERCENT -> "percent";
      case DAY -> "day";
      case PARTIAL_DATE -> "day, month or year";
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
