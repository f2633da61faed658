package org.gradeline.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.running.RunRequest;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.LeftOut;
import org.gradeline.reading.RecordFormats;
import org.gradeline.reading.RecordTables;
import org.gradeline.reading.Source;
import org.gradeline.reading.Sources;
import org.gradeline.reference.Layout;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReferenceFiles;
import org.gradeline.storage.LocalCopy;
import org.gradeline.storage.Location;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which records to read, and which of them count. */
final class InputOptions {
  static final String INSPECTIONS = "inspections";

  @Option(
      names = "--input",
      paramLabel = "GLOB",
      description =
          "Records to read instead of those in the data folder: a file, a folder or a quoted"
              + " pattern. May be repeated.")
  List<String> inputs = List.of();

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      description =
          "Layout of all tables, instead of the one that each header fits: a name from layouts/, or"
              + " gradeline.")
  @Nullable String layout;

  @Option(
      names = "--as-at",
      paramLabel = "DATE",
      converter = Day.class,
      description =
          "Count inspections that started by this day (default: the latest published_date in the"
              + " records).")
  @Nullable LocalDate asAt;

  @Option(
      names = "--published-by",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Count reports published by this day (default: the same day as --as-at).")
  @Nullable LocalDate publishedBy;

  @Option(
      names = "--neighbours",
      paramLabel = "FILE",
      converter = GivenLocation.Anywhere.class,
      description =
          "File of statistical neighbours to use instead of reference/statistical_neighbours.csv,"
              + " with its columns.")
  @Nullable Location neighbours;

  @Option(
      names = "--groupings",
      paramLabel = "FILE",
      converter = GivenLocation.Anywhere.class,
      description =
          "File of regions and other groups of councils to use instead of reference/groupings.csv,"
              + " with its columns.")
  @Nullable Location groupings;

  @Option(
      names = "--exclude",
      paramLabel = "LA_CODE",
      description =
          "Leave a council out of everything that is counted. Its own rows stay. May be repeated.")
  List<String> excluded = List.of();

  /** Reads a day from the command line. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      LocalDate day = PartialDate.parseDay(text);
      if (day == null) {
        throw new TypeConversionException("'" + text + "' is not a day. Write yyyy-mm-dd.");
      }
      if (!PartialDate.of(day).isPlausible()) {
        throw new TypeConversionException(
            "'"
                + text
                + "' is in the year "
                + day.getYear()
                + ". Write a year from "
                + PartialDate.FIRST_PLAUSIBLE_YEAR
                + " to "
                + PartialDate.LAST_PLAUSIBLE_YEAR
                + ".");
      }
      return day;
    }
  }

  /**
   * What is taken in place of files of the data folder.
   *
   * @throws UsageException when a file is not there
   */
  ReferenceFiles referenceFiles() throws UsageException, IOException {
    return new ReferenceFiles(
        file("--neighbours", neighbours, "statistical_neighbours.csv"),
        file("--groupings", groupings, "groupings.csv"),
        excluded);
  }

  private static @Nullable Path file(String option, @Nullable Location file, String like)
      throws UsageException, IOException {
    if (file == null) {
      return null;
    }
    if (!file.isFile()) {
      throw new UsageException(
          option
              + " "
              + file
              + ": there is no such file. Name a CSV file with the columns of reference/"
              + like
              + ".");
    }
    return LocalCopy.kept(file);
  }

  private Layouts layouts(Reference reference) throws UsageException {
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

  /**
   * What a run on these files is asked to do.
   *
   * @param reference the run's reference data
   * @param found the files of records, in any order
   * @param beam options for Beam
   * @param inForce the command's options by name
   * @throws IOException when a folder cannot be listed
   */
  RunRequest request(
      Reference reference, List<Source> found, List<String> beam, Map<String, String> inForce)
      throws UsageException, IOException {
    Layouts layouts = layouts(reference);
    RecordTables tables = RecordTables.of(found, reference.sources(), layouts);
    return new RunRequest(
        reference, tables.sources(), leftOut(tables), layouts, asAt, publishedBy, beam, inForce);
  }

  private List<LeftOut> leftOut(RecordTables tables) throws IOException {
    List<LeftOut> leftOut = new ArrayList<>(Sources.leftOut(inputs));
    leftOut.addAll(tables.leftOut());
    return List.copyOf(leftOut);
  }

  /** The files that {@code --input} names. */
  List<Source> named() throws UsageException, IOException {
    if (inputs.isEmpty()) {
      throw new UsageException("--suggest-layout: name the file with --input FILE.");
    }
    try {
      return Sources.matching(inputs);
    } catch (Sources.InputException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** The files to read. */
  List<Source> sources(Location data) throws UsageException, IOException {
    try {
      return found(data);
    } catch (Sources.InputException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private List<Source> found(Location data) throws UsageException, IOException {
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
    Location folder = data.resolve(INSPECTIONS);
    if (folder.isLocal() && !Files.isDirectory(folder.path())) {
      throw new UsageException(
          folder + ": there is no such folder. Put the records there, or name them with --input.");
    }
    List<Source> sources = Sources.in(folder);
    if (sources.isEmpty()) {
      throw new UsageException(
          folder
              + ": there are no files of records (named "
              + RecordFormats.endingsInWords()
              + ", text files also with .gz). Put them there, or name them with --input.");
    }
    return sources;
  }

  /** The folders of this machine that a run reads records from, with all that is in them. */
  List<Path> folders(Location data) {
    if (inputs.isEmpty()) {
      return data.isLocal() ? List.of(data.resolve(INSPECTIONS).path()) : List.of();
    }
    return inputs.stream().map(InputOptions::folder).flatMap(Optional::stream).toList();
  }

  /** The option that the records are from, as the user gives it. */
  String origin(Location data) {
    return inputs.isEmpty() ? "--data " + data : "--input " + String.join(" --input ", inputs);
  }

  /** The folder of which a pattern takes all: itself, or what is before {@code **}. */
  private static Optional<Path> folder(String input) {
    int all = input.indexOf("**");
    int end = all < 0 ? -1 : input.lastIndexOf('/', all);
    try {
      Path folder = Path.of(all < 0 ? input : input.substring(0, end + 1));
      return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The options in force, by name. */
  Map<String, String> inForce(Location data, Location reports, List<String> beam) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("data", data.toString());
    options.put("input", String.join(" ", inputs));
    options.put("reports", reports.toString());
    options.put("layout", layout == null ? "" : layout);
    options.put("as-at", asAt == null ? "" : asAt.toString());
    options.put("published-by", publishedBy == null ? "" : publishedBy.toString());
    options.put("neighbours", neighbours == null ? "" : neighbours.toString());
    options.put("groupings", groupings == null ? "" : groupings.toString());
    options.put("exclude", String.join(" ", excluded));
    options.put("beam", String.join(" ", beam));
    return options;
  }
}
