package org.gradeline.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RecordFormats;
import org.gradeline.reading.Source;
import org.gradeline.reading.Sources;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say which records are read, and what counts of them. */
final class InputOptions {
  private static final String INSPECTIONS = "inspections";

  @Option(
      names = "--input",
      paramLabel = "GLOB",
      description =
          "Files of records to read in place of those of the data folder: a path, a folder or a quoted pattern."
              + " May be repeated.")
  List<String> inputs = List.of();

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      description =
          "The layout of all CSV files, in place of the one that their headers tell: one of those in layouts/, or gradeline.")
  @Nullable String layout;

  @Option(
      names = "--as-at",
      paramLabel = "DATE",
      converter = Day.class,
      description =
          "Inspections that started by this day count (default: the latest published_date in the records).")
  @Nullable LocalDate asAt;

  @Option(
      names = "--published-by",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Reports published by this day count (default: the same day as --as-at).")
  @Nullable LocalDate publishedBy;

  /** Reads a day of the command line. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'" + text + "' is no day. Write yyyy-mm-dd.");
      }
    }
  }

  /** The layouts that the files can have. */
  Layouts layouts(Reference reference) throws UsageException {
    List<Layout> known = reference.layouts();
    if (layout == null) {
      return new Layouts(known.get(0), known);
    }
    List<String> keys = known.stream().map(Layout::key).toList();
    int named = keys.indexOf(layout);
    if (named < 0) {
      throw UsageException.unknown("--layout", layout, "layout", keys);
    }
    return new Layouts(known.get(0), List.of(known.get(named)));
  }

  /** Files in the order in which they are believed. */
  List<Source> inOrder(List<Source> found, Reference reference) throws UsageException {
    return Sources.inPrecedenceOrder(found, reference.sources(), layouts(reference));
  }

  /** The files to read. */
  List<Source> sources(Path data) throws UsageException, IOException {
    try {
      return found(data);
    } catch (Sources.InputException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private List<Source> found(Path data) throws UsageException, IOException {
    if (asAt != null && publishedBy != null && publishedBy.isBefore(asAt)) {
      throw new UsageException(
          "--published-by "
              + publishedBy
              + " is before --as-at "
              + asAt
              + ". Reports come out after inspections; swap the two.");
    }
    if (!inputs.isEmpty()) {
      return Sources.matching(inputs);
    }
    Path folder = data.resolve(INSPECTIONS);
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          folder + ": there is no such folder. Put the records there, or name them with --input.");
    }
    List<Source> sources = Sources.in(folder);
    if (sources.isEmpty()) {
      throw new UsageException(
          folder
              + ": there are no files of records (named "
              + RecordFormats.endingsInWords()
              + ", also with .gz). Put them there, or name them with --input.");
    }
    return sources;
  }

  /** The options in force, by name. */
  Map<String, String> inForce(Path data, Path reports, List<String> beam) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("data", data.toString());
    options.put("input", String.join(" ", inputs));
    options.put("reports", reports.toString());
    options.put("layout", layout == null ? "" : layout);
    options.put("as-at", asAt == null ? "" : asAt.toString());
    options.put("published-by", publishedBy == null ? "" : publishedBy.toString());
    options.put("beam", String.join(" ", beam));
    return options;
  }
}
