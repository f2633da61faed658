package org.gradeline.cli.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.messages.Version;
import org.gradeline.publishing.checks.Requirements;
import org.gradeline.reference.Gate.Figure;
import org.gradeline.reference.GateLoader;
import org.gradeline.reference.Gates;
import org.gradeline.reference.ReferenceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say what a run is held to before it may replace the last reports. */
final class GateOptions {
  private static final String OFF = "off";

  @Option(
      names = "--gates",
      paramLabel = "FILE",
      description =
          "File of gates in place of the data folder's gates.yaml, which is for its own records and not used with --input.")
  @Nullable Path file;

  @Option(
      names = "--max-rejected",
      paramLabel = "PERCENT",
      description = "Highest share of rejected records that may be published, or off.")
  @Nullable String rejected;

  @Option(
      names = "--max-conflicts",
      paramLabel = "PERCENT",
      description = "Highest share of judgements in conflict that may be published, or off.")
  @Nullable String conflicts;

  @Option(
      names = "--min-councils-graded",
      paramLabel = "N",
      description = "Lowest number of open councils with a grade on the first line, or off.")
  @Nullable String graded;

  @Option(
      names = "--max-vanished",
      paramLabel = "N",
      description = "Highest number of ratings of the last reports that may be gone, or off.")
  @Nullable String vanished;

  @Option(
      names = "--max-age",
      paramLabel = "DAYS",
      description = "Highest number of days since the newest record was published, or off.")
  @Nullable String age;

  /** What the run is held to. */
  Requirements requirements(CommonOptions common, InputOptions input)
      throws UsageException, ReferenceException {
    Gates gates = fromFile(common.data, input);
    gates = set(gates, Figure.REJECTED_PERCENT, "--max-rejected", rejected);
    gates = set(gates, Figure.CONFLICT_PERCENT, "--max-conflicts", conflicts);
    gates = set(gates, Figure.COUNCILS_GRADED, "--min-councils-graded", graded);
    gates = set(gates, Figure.RATINGS_VANISHED, "--max-vanished", vanished);
    gates = set(gates, Figure.NEWEST_RECORD_DAYS, "--max-age", age);
    return new Requirements(gates, common.reports, Version.today());
  }

  private Gates fromFile(Path data, InputOptions input) throws UsageException, ReferenceException {
    if (file != null) {
      if (!Files.isRegularFile(file)) {
        throw new UsageException(
            "--gates "
                + file
                + ": there is no such file. Name a file of gates, such as "
                + data.resolve(GateLoader.FILE)
                + ".");
      }
      return GateLoader.load(Path.of(""), file.toString());
    }
    // The data folder's file says what is expected of its own records, as at the day of the last.
    if (!input.inputs.isEmpty() || !Files.exists(data.resolve(GateLoader.FILE))) {
      return Gates.NONE;
    }
    Gates gates = GateLoader.load(data, GateLoader.FILE);
    boolean ofAnotherDay = input.asAt != null || input.publishedBy != null;
    return ofAnotherDay ? gates.without(Figure.COUNCILS_GRADED) : gates;
  }

  private static Gates set(Gates gates, Figure figure, String option, @Nullable String value)
      throws UsageException {
    if (value == null) {
      return gates;
    }
    if (value.equals(OFF)) {
      return gates.without(figure);
    }
    OptionalDouble limit = figure.limit(value);
    if (limit.isEmpty()) {
      throw new UsageException(
          option + " " + value + ": this is no limit. Write " + figure.expected() + ", or off.");
    }
    return gates.with(figure, limit.getAsDouble());
  }

  /** The options in force, by name. */
  Map<String, String> inForce() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("gates", file == null ? "" : file.toString());
    options.put("max-rejected", blank(rejected));
    options.put("max-conflicts", blank(conflicts));
    options.put("min-councils-graded", blank(graded));
    options.put("max-vanished", blank(vanished));
    options.put("max-age", blank(age));
    return options;
  }

  private static String blank(@Nullable String value) {
    return value == null ? "" : value;
  }
}
