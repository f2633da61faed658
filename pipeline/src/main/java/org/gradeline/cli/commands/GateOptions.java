package org.gradeline.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.messages.Version;
import org.gradeline.publishing.checks.Requirements;
import org.gradeline.reference.Gate.Figure;
import org.gradeline.reference.GateLoader;
import org.gradeline.reference.Gates;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.Scheme;
import org.gradeline.storage.LocalCopy;
import org.gradeline.storage.Location;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that set the gates: what must hold before a run may replace the last reports. */
final class GateOptions {
  private static final String OFF = "off";

  @Option(
      names = "--gates",
      paramLabel = "FILE",
      converter = GivenLocation.Anywhere.class,
      description =
          "File of gates to use instead of the data folder's gates.yaml, which does not apply with"
              + " --input.")
  @Nullable Location file;

  @Option(
      names = "--max-rejected",
      paramLabel = "PERCENT",
      description = "Highest percentage of rejected records to allow, or off.")
  @Nullable String rejected;

  @Option(
      names = "--max-rejected-judgements",
      paramLabel = "N",
      description =
          "Highest number of judgements rejected on their own to allow, or off, which only warns.")
  @Nullable String rejectedJudgements;

  @Option(
      names = "--max-conflicts",
      paramLabel = "PERCENT",
      description = "Highest percentage of judgements in conflict to allow, or off.")
  @Nullable String conflicts;

  @Option(
      names = "--min-councils-graded",
      paramLabel = "N",
      description =
          "Lowest number of open councils with a grade on a leading line to allow, or off. It holds"
              + " for the scheme that grades the most councils.")
  @Nullable String graded;

  @Option(
      names = "--max-vanished",
      paramLabel = "N",
      description = "Highest number of ratings lost since the last reports to allow, or off.")
  @Nullable String vanished;

  @Option(
      names = "--max-age",
      paramLabel = "DAYS",
      description =
          "Highest number of days since the newest record was published to allow, or off.")
  @Nullable String age;

  /**
   * A gate's option.
   *
   * @param figure the figure that the gate limits
   * @param name the option's name without its dashes
   * @param value what the user wrote; null when the option is not given
   */
  private record GateOption(Figure figure, String name, @Nullable String value) {}

  private List<GateOption> gateOptions() {
    return List.of(
        new GateOption(Figure.REJECTED_PERCENT, "max-rejected", rejected),
        new GateOption(Figure.REJECTED_JUDGEMENTS, "max-rejected-judgements", rejectedJudgements),
        new GateOption(Figure.CONFLICT_PERCENT, "max-conflicts", conflicts),
        new GateOption(Figure.COUNCILS_GRADED, "min-councils-graded", graded),
        new GateOption(Figure.RATINGS_VANISHED, "max-vanished", vanished),
        new GateOption(Figure.NEWEST_RECORD_DAYS, "max-age", age));
  }

  /**
   * What must hold before the run may be published.
   *
   * @param reference the run's reference data
   */
  Requirements requirements(CommonOptions common, InputOptions input, Reference reference)
      throws UsageException, ReferenceException, IOException {
    Gates gates = gates(common, input, reference);
    return new Requirements(gates, common.reportsFolder(), Version.today());
  }

  /**
   * The gates of the run.
   *
   * @param reference the run's reference data
   */
  Gates gates(CommonOptions common, InputOptions input, Reference reference)
      throws UsageException, ReferenceException, IOException {
    Gates gates = fromFile(common, input, reference.schemes());
    for (GateOption option : gateOptions()) {
      gates = set(gates, option);
    }
    return gates;
  }

  private Gates fromFile(CommonOptions common, InputOptions input, List<Scheme> schemes)
      throws UsageException, ReferenceException, IOException {
    if (file != null) {
      if (!file.isFile()) {
        throw new UsageException(
            "--gates "
                + file
                + ": there is no such file. Name a file of gates, such as "
                + common.data.resolve(GateLoader.FILE)
                + ".");
      }
      return GateLoader.load(Path.of(""), LocalCopy.kept(file).toString(), schemes);
    }
    Path data = common.dataFolder();
    // The data folder's file says what is expected of its own records on their latest day.
    if (!input.inputs.isEmpty() || !Files.exists(data.resolve(GateLoader.FILE))) {
      return Gates.NONE;
    }
    Gates gates = GateLoader.load(data, GateLoader.FILE, schemes);
    boolean onAnotherDay = input.asAt != null || input.publishedBy != null;
    return onAnotherDay ? gates.without(Figure.COUNCILS_GRADED) : gates;
  }

  private static Gates set(Gates gates, GateOption option) throws UsageException {
    String value = option.value();
    if (value == null) {
      return gates;
    }
    Figure figure = option.figure();
    if (value.equals(OFF)) {
      return gates.without(figure);
    }
    OptionalDouble limit = figure.limit(value);
    if (limit.isEmpty()) {
      throw new UsageException(
          "--%s %s: this is not a limit. Write %s, or off."
              .formatted(option.name(), value, figure.expected()));
    }
    return gates.with(figure, limit.getAsDouble());
  }

  /** The options in force, by name. */
  Map<String, String> inForce() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("gates", Objects.toString(file, ""));
    gateOptions()
        .forEach(option -> options.put(option.name(), Objects.toString(option.value(), "")));
    return options;
  }
}
