package org.gradeline.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.cli.logging.Log;
import org.gradeline.cli.logging.LogOptions;
import org.gradeline.cli.logging.ProgressDisplay;
import org.gradeline.cli.messages.ExitStatus;
import org.gradeline.cli.messages.RunEvents;
import org.gradeline.cli.messages.Summary;
import org.gradeline.publishing.Publication;
import org.gradeline.publishing.checks.Requirements;
import org.gradeline.reading.Source;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Severity;
import org.gradeline.tables.Check;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.QualityIssueTables;
import org.gradeline.tables.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.Row;

/** Reads and validates, and publishes nothing. */
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
          "End with status 3 when any check fails, those too that are warnings: for continuous integration.")
  boolean strict;

  @Spec CommandSpec spec;

  /**
   * @param beam options for Beam
   * @param log takes what happens
   */
  public CheckCommand(List<String> beam, Log log) {
    this.beam = beam;
    this.log = log;
    this.spec = CommandSpec.create();
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    log.record(RunEvents.started(spec.name(), common.data));
    Reference reference = common.reference();
    List<Source> sources = input.inOrder(input.sources(common.data), reference);
    Requirements requirements = gates.requirements(common, input);
    Map<String, String> inForce = input.inForce(common.data, common.reports, beam);
    inForce.putAll(gates.inForce());
    log.record(RunEvents.reading(sources));
    Path folder = Files.createTempDirectory("gradeline-check");
    try (ProgressDisplay progress = log.progress()) {
      Path staging = Files.createDirectories(folder.resolve("staging"));
      Run run = new Run(reference, sources, input, beam, inForce);
      Path work = Files.createDirectories(folder.resolve("work"));
      Run.Outcome outcome = run.stage(work, staging, requirements, progress);
      progress.clear();
      for (Table<?> table :
          List.of(QualityIssueTables.REJECTED.table(), QualityIssueTables.WARNINGS.table())) {
        list(new PublishedTables(staging), table, outcome.totals().rows(table.name()), out);
      }
      Summary.print(outcome, out);
      out.println("Nothing was published.");
      RunEvents.doubts(outcome).forEach(log::record);
      int status = judge(outcome.staged());
      log.record(RunEvents.checked(outcome).ending(status));
      return status;
    } finally {
      PathUtils.deleteDirectory(folder);
    }
  }

  /** Tells the checks that failed; those that count go where errors go. */
  private int judge(Publication.Staged staged) {
    int status = ExitStatus.DONE;
    for (Check check : staged.checks()) {
      if (check.failed()) {
        String told = "check " + check.name() + ": " + check.reportedMessage() + ".";
        if (strict || check.severity() == Severity.ERROR) {
          log.report(RunEvents.failed(check, told));
          status = ExitStatus.GATE_FAILED;
        } else {
          spec.commandLine().getOut().println("Warning: " + told);
        }
      }
    }
    return status;
  }

  private static void list(
      PublishedTables tables, Table<?> table, long rows, PrintWriter out) throws IOException {
    if (rows == 0) {
      return;
    }
    String name = table.name();
    out.println(Character.toUpperCase(name.charAt(0)) + name.substring(1) + ":");
    for (Row row : tables.first(table, SHOWN)) {
      out.println(
          "  "
              + row.getString("source")
              + ":"
              + row.getLong("source_line")
              + ": "
              + row.getString("rule")
              + ": "
              + row.getString("message"));
    }
    if (rows > SHOWN) {
      out.println("  ... and " + (rows - SHOWN) + " more");
    }
  }
}
