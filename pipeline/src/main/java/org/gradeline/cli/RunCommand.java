package org.gradeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gradeline.publishing.Reports;
import org.gradeline.publishing.Requirements;
import org.gradeline.reading.Source;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Severity;
import org.gradeline.tables.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads the records and publishes the tables, unless they fail a gate. */
@Command(
    name = "run",
    sortOptions = false,
    description = "Reads the records and publishes the tables. Options after '--' go to Beam.")
final class RunCommand implements Callable<Integer> {
  private final List<String> beam;
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin InputOptions input = new InputOptions();
  @Mixin GateOptions gates = new GateOptions();
  @Spec CommandSpec spec;

  /**
   * @param beam options for Beam
   */
  RunCommand(List<String> beam) {
    this.beam = beam;
    this.spec = CommandSpec.create();
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Reference reference = common.reference();
    List<Source> sources = input.sources(common.data, reference);
    Requirements requirements = gates.requirements(common, input);
    Map<String, String> inForce = input.inForce(common.data, common.reports, beam);
    inForce.putAll(gates.inForce());
    Run run = new Run(reference, sources, input, beam, inForce);
    try (Reports reports = open();
        ProgressBar progress = ProgressBar.onTerminal(err)) {
      Run.Outcome outcome = run.stage(reports.work(), reports.staging(), requirements, progress);
      List<Check> failed = outcome.staged().failed(Severity.ERROR);
      if (failed.isEmpty()) {
        // Told in full before the reports are published, so that nothing can fail behind that.
        StringWriter summary = new StringWriter();
        Summary.print(outcome, new PrintWriter(summary));
        reports.publish();
        progress.clear();
        out.print(summary);
        out.println("Tables: " + common.reports.resolve("tables"));
        return ExitStatus.DONE;
      }
      Path rejected = reports.reject();
      progress.clear();
      Summary.print(outcome, out);
      out.println("Not published, and kept to be looked at: " + rejected);
      failed.forEach(check -> err.println(refusal(check, rejected)));
      return ExitStatus.GATE_FAILED;
    }
  }

  private static String refusal(Check check, Path rejected) {
    return "gradeline: gate "
        + check.name()
        + ": "
        + check.told()
        + ". See "
        + rejected.resolve(check.place())
        + "; nothing was published.";
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
