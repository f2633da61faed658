package org.gradeline.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.cli.logging.Event;
import org.gradeline.cli.logging.Log;
import org.gradeline.cli.logging.ProgressDisplay;
import org.gradeline.cli.messages.ExitStatus;
import org.gradeline.cli.messages.LinePrinter;
import org.gradeline.cli.running.Run;
import org.gradeline.cli.running.RunEvents;
import org.gradeline.cli.running.RunRequest;
import org.gradeline.cli.running.Summary;
import org.gradeline.cli.running.TemporaryFolder;
import org.gradeline.cli.suggesting.LayoutSuggestion;
import org.gradeline.normalising.IssueType;
import org.gradeline.publishing.Publication;
import org.gradeline.publishing.checks.Requirements;
import org.gradeline.reading.Source;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Severity;
import org.gradeline.storage.LastReports;
import org.gradeline.storage.Location;
import org.gradeline.tables.Check;
import org.gradeline.tables.PublishedRows;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.QualityIssueTables;
import org.gradeline.tables.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code check}: reads and validates, and publishes nothing. */
@Command(
    name = "check",
    sortOptions = false,
    description = "Reads and validates reference data and records, and publishes nothing.")
public final class CheckCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final List<String> beam;
  private final Log log;
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin InputOptions input = new InputOptions();
  @Mixin GateOptions gates = new GateOptions();
  @Mixin LogOptions logging = new LogOptions();

  @Option(
      names = "--strict",
      description =
          "End with status 3 if any check fails, warnings included. For continuous integration.")
  boolean strict;

  @Option(
      names = "--suggest-layout",
      description =
          "Print a layout to start from for the tables of --input, as YAML for the folder layouts/,"
              + " and do nothing else.")
  boolean suggestLayout;

  @Spec CommandSpec spec;

  /**
   * @param beam options for Beam
   * @param log receives what happens
   */
  public CheckCommand(List<String> beam, Log log) {
    this.beam = beam;
    this.log = log;
    this.spec = CommandSpec.create();
  }

  @Override
  public Integer call() throws Exception {
    LinePrinter out = new LinePrinter(spec.commandLine().getOut());
    log.record(RunEvents.started(spec.name(), common.data));
    Reference reference = common.reference(input.referenceFiles());
    if (suggestLayout) {
      LayoutSuggestion.print(input.named(), reference, out);
      return ExitStatus.DONE;
    }
    Map<String, String> inForce = input.inForce(common.data, common.reports, beam);
    inForce.putAll(gates.inForce());
    List<Source> found = input.sources(common.data);
    RunRequest request = input.request(reference, found, beam, inForce);
    Requirements requirements = gates.requirements(common, input, reference);
    LastReports last = common.lastReports();
    if (last.isHeld()) {
      note(RunEvents.held(common.reports), out);
    }
    LastReports.Version before = last.version();
    log.record(RunEvents.reading(found));
    Path folder = TemporaryFolder.create();
    try (ProgressDisplay progress = log.progress()) {
      Path staging = Files.createDirectories(folder.resolve("staging"));
      Run run = new Run(request);
      Path work = Files.createDirectories(folder.resolve("work"));
      Run.Outcome outcome = run.stage(work, Location.of(work), staging, requirements, progress);
      progress.clear();
      for (Table<?> table :
          List.of(QualityIssueTables.REJECTED.table(), QualityIssueTables.WARNINGS.table())) {
        list(new PublishedTables(staging), table, outcome.totals().rows(table.name()), out);
      }
      if (!before.equals(last.version())) {
        note(RunEvents.replaced(common.reports), out);
      }
      Summary.lines(outcome).forEach(out::print);
      out.print("Nothing was published.");
      RunEvents.doubts(outcome).forEach(log::record);
      RunEvents.rejectedJudgements(outcome, staging).forEach(log::report);
      int status = judge(outcome.staged(), out);
      log.record(RunEvents.checked(outcome).ending(status));
      return status;
    } finally {
      PathUtils.deleteDirectory(folder);
    }
  }

  private void note(Event event, LinePrinter out) {
    out.print("Note: " + String.join(" ", event.lines()));
    log.record(event);
  }

  /**
   * Reports the checks that failed: as errors those that end the command with one, else as
   * warnings.
   */
  private int judge(Publication.Staged staged, LinePrinter out) {
    int status = ExitStatus.DONE;
    for (Check check : staged.checks()) {
      if (check.failed()) {
        String message = "check " + check.name() + ": " + check.reportedMessage() + ".";
        if (strict || check.severity() == Severity.ERROR) {
          log.report(RunEvents.failed(check, message));
          status = ExitStatus.GATE_FAILED;
        } else {
          out.print("Warning: " + message);
        }
      }
    }
    return status;
  }

  private static void list(PublishedTables tables, Table<?> table, long rows, LinePrinter out)
      throws IOException {
    if (rows == 0) {
      return;
    }
    String name = table.name();
    out.print(Character.toUpperCase(name.charAt(0)) + name.substring(1) + ":");
    boolean unknownLayout = false;
    try (PublishedRows row = tables.rows(table)) {
      for (int shown = 0; shown < SHOWN && row.next(); shown++) {
        unknownLayout |= row.text("rule").equals(IssueType.UNKNOWN_LAYOUT.key());
        out.print(
            "  "
                + row.text("source")
                + ":"
                + row.text("source_line")
                + ": "
                + row.text("rule")
                + ": "
                + row.text("message")
                + (table.header().contains("suggestion") ? remedy(row) : ""));
      }
    }
    if (rows > SHOWN) {
      out.print("  ... and " + (rows - SHOWN) + " more");
    }
    if (unknownLayout) {
      out.print(
          "  A file of another form needs a layout: 'gradeline check --input FILE --suggest-layout'"
              + " prints one to start from.");
    }
  }

  /** What to do, where the message does not say it; other suggestions are values. */
  private static String remedy(PublishedRows row) {
    String suggestion = row.text("suggestion");
    boolean saidBelow = row.text("rule").equals(IssueType.UNKNOWN_LAYOUT.key());
    return suggestion.endsWith(".") && !saidBelow ? ". " + suggestion : "";
  }
}
