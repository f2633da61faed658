package org.gradeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradeline.publishing.Reports;
import org.gradeline.reading.Source;
import org.gradeline.reference.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the records and publishes the tables. */
@Command(
    name = "run",
    sortOptions = false,
    description = "Reads the records and publishes the tables. Options after '--' go to Beam.")
final class RunCommand implements Callable<Integer> {
  private final List<String> beam;
  private final Log log;
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin InputOptions input = new InputOptions();
  @Mixin LogOptions logging = new LogOptions();

  @Option(
      names = "--lineage",
      paramLabel = "FILE",
      description =
          "File to which OpenLineage events of the run are appended: START, and COMPLETE or FAIL, each a line of JSON.")
  @Nullable Path lineage;

  @Spec CommandSpec spec;

  /**
   * @param beam options for Beam
   * @param log takes what happens
   */
  RunCommand(List<String> beam, Log log) {
    this.beam = beam;
    this.log = log;
    this.spec = CommandSpec.create();
  }

  @Override
  public Integer call() throws Exception {
    log.record(RunEvents.started(spec.name(), common.data));
    try (Lineage told =
        lineage == null ? new Lineage() {} : LineageFile.open(lineage, common.reports, log)) {
      try {
        return publish(told);
      } catch (Exception | Error e) {
        told.fail(e);
        throw e;
      }
    }
  }

  private int publish(Lineage told) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    common.requireData();
    List<Source> sources = input.sources(common.data);
    told.start(sources);
    Reference reference = common.reference();
    log.record(RunEvents.reading(sources));
    Run run =
        new Run(reference, sources, input, beam, input.inForce(common.data, common.reports, beam));
    try (Reports reports = open();
        ProgressDisplay progress = log.progress()) {
      Run.Outcome outcome = run.stage(reports.work(), reports.staging(), progress);
      reports.publish();
      told.complete(outcome, common.reports);
      progress.clear();
      Summary.print(outcome, out);
      out.println("Tables: " + common.reports.resolve("tables"));
      RunEvents.doubts(outcome).forEach(log::record);
      log.record(RunEvents.published(outcome, common.reports).ending(ExitStatus.DONE));
    }
    return ExitStatus.DONE;
  }

  private Reports open() throws UsageException, IOException {
    try {
      return Reports.open(common.reports);
    } catch (Reports.BusyException e) {
      throw new UsageException("--reports " + common.reports + ": " + e.getMessage() + ".");
    } catch (AccessDeniedException e) {
      throw cannotWrite("permission denied");
    } catch (FileSystemException e) {
      throw cannotWrite(e.getReason() != null ? e.getReason() : "it is no folder");
    }
  }

  private UsageException cannotWrite(String reason) {
    return new UsageException(
        "--reports "
            + common.reports
            + ": the folder cannot be written ("
            + reason
            + "). Name another, or change its permissions.");
  }
}
