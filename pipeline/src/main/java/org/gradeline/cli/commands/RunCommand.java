package org.gradeline.cli.commands;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gradeline.cli.lineage.Lineage;
import org.gradeline.cli.lineage.LineageFile;
import org.gradeline.cli.logging.Event;
import org.gradeline.cli.logging.Log;
import org.gradeline.cli.logging.ProgressDisplay;
import org.gradeline.cli.messages.AfterPublicationException;
import org.gradeline.cli.messages.ExitStatus;
import org.gradeline.cli.messages.Failure;
import org.gradeline.cli.messages.LinePrinter;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.running.Pages;
import org.gradeline.cli.running.ReportsPlace;
import org.gradeline.cli.running.Run;
import org.gradeline.cli.running.RunEvents;
import org.gradeline.cli.running.RunRequest;
import org.gradeline.cli.running.Summary;
import org.gradeline.publishing.checks.Requirements;
import org.gradeline.reading.Source;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Severity;
import org.gradeline.site.Site;
import org.gradeline.storage.HeldReports;
import org.gradeline.storage.Location;
import org.gradeline.storage.ReportsFolder;
import org.gradeline.storage.UnfitFolderException;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.Check;
import org.gradeline.tables.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code run}: reads the records and publishes the tables, unless a gate fails. */
@Command(
    name = "run",
    sortOptions = false,
    description = "Reads the records and publishes the tables. Options after '--' go to Beam.")
public final class RunCommand implements Callable<Integer> {
  private final List<String> beam;
  private final Log log;
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin InputOptions input = new InputOptions();
  @Mixin GateOptions gates = new GateOptions();
  @Mixin LogOptions logging = new LogOptions();

  @Option(
      names = "--lineage",
      paramLabel = "FILE",
      converter = GivenLocation.OnThisMachine.class,
      description =
          "Append the run's OpenLineage events to this file: START, then COMPLETE or FAIL, each a line of JSON.")
  @Nullable Path lineageFile;

  @Option(names = "--no-site", description = "Make the tables only, and no pages.")
  boolean noSite;

  @Spec CommandSpec spec;

  /**
   * @param beam options for Beam
   * @param log receives what happens
   */
  public RunCommand(List<String> beam, Log log) {
    this.beam = beam;
    this.log = log;
    this.spec = CommandSpec.create();
  }

  @Override
  public Integer call() throws Exception {
    log.record(RunEvents.started(spec.name(), common.data));
    try (Lineage lineage =
        lineageFile == null
            ? new Lineage() {}
            : LineageFile.open(lineageFile, common.reports, log)) {
      try {
        return run(lineage);
      } catch (Exception | Error e) {
        lineage.fail(Failure.withoutData(e));
        throw e;
      }
    }
  }

  private int run(Lineage lineage) throws Exception {
    common.dataFolder();
    List<Source> found = input.sources(common.data);
    lineage.start(found);
    Map<String, String> inForce = input.inForce(common.data, common.reports, beam);
    inForce.putAll(gates.inForce());
    Reference reference = common.reference(input.referenceFiles());
    RunRequest request = input.request(reference, found, beam, inForce);
    Requirements requirements = gates.requirements(common, input, reference);
    requireApart(found, reference);
    log.record(RunEvents.reading(found));
    Run run = new Run(request);
    try (HeldReports reports = open();
        ProgressDisplay progress = log.progress()) {
      Run.Outcome outcome =
          run.stage(reports.work(), reports.shared(), reports.staging(), requirements, progress);
      String pages = pages(outcome, reports);
      List<Check> failed = outcome.staged().failed(Severity.ERROR);
      // Made before anything is published, because nothing may fail after that.
      List<String> summary = Summary.lines(outcome);
      List<Event> warnings = RunEvents.warnings(outcome, reports.staging());
      if (failed.isEmpty()) {
        Optional<Location> undeleted = publish(reports);
        try {
          lineage.complete(outcome, reports.published());
          progress.clear();
          List<String> places =
              new ArrayList<>(List.of("Tables: " + reports.published().resolve("tables")));
          Optional.of(pages).filter(line -> !line.isEmpty()).ifPresent(places::add);
          report(summary, places, outcome, warnings);
          undeleted.map(RunEvents::undeleted).ifPresent(log::report);
          log.record(RunEvents.published(outcome, reports.published()).ending(ExitStatus.DONE));
        } catch (RuntimeException | Error e) {
          throw new AfterPublicationException(e);
        }
        return ExitStatus.DONE;
      }
      Location rejected = reports.reject();
      lineage.fail("a gate failed: " + failed.get(0).name());
      progress.clear();
      report(
          summary,
          List.of("Nothing was published. The rejected run is in " + rejected),
          outcome,
          warnings);
      failed.forEach(check -> log.report(RunEvents.failed(check, refusal(check, rejected))));
      log.record(RunEvents.refused(outcome, rejected).ending(ExitStatus.GATE_FAILED));
      return ExitStatus.GATE_FAILED;
    }
  }

  /** Makes the pages, and says where they will be; empty when none are wanted. */
  private String pages(Run.Outcome outcome, HeldReports reports) throws IOException {
    Reference reference = outcome.view().reference();
    if (noSite) {
      return "";
    }
    if (!Pages.arePossible(reference)) {
      return Pages.tooMany(reference);
    }
    Path staging = reports.staging();
    Pages.make(staging, staging.resolve(Site.FOLDER), reference, outcome.view().date());
    return "Pages: " + reports.published().resolve(Site.FOLDER).resolve("index.html");
  }

  private void report(
      List<String> summary, List<String> ends, Run.Outcome outcome, List<Event> warnings) {
    LinePrinter out = new LinePrinter(spec.commandLine().getOut());
    summary.forEach(out::print);
    ends.forEach(out::print);
    RunEvents.doubts(outcome).forEach(log::record);
    warnings.forEach(log::report);
  }

  private static String refusal(Check check, Location rejected) {
    return "gate %s: %s. See %s; nothing was published."
        .formatted(check.name(), check.reportedMessage(), rejected.resolve(check.place()));
  }

  private void requireApart(List<Source> sources, Reference reference)
      throws UsageException, IOException {
    if (!common.reports.isLocal()) {
      requireApartElsewhere(sources);
      return;
    }
    List<String> tables = Catalogue.of(reference).tables().stream().map(Table::path).toList();
    try {
      ReportsPlace place = ReportsPlace.of(common.reports.path());
      place.requireApart(common.dataFolder(), input.folders(common.data), sources);
      place.requireNotNamed(input.inputs, tables);
      ReportsPlace.requireNoReports(input.origin(common.data), sources);
    } catch (UnfitFolderException e) {
      throw refused(e);
    }
  }

  /** What a run publishes is not a record. */
  private void requireApartElsewhere(List<Source> sources) throws UsageException {
    for (Source source : sources) {
      if (source.path().startsWith(common.reports.text() + "/")) {
        throw new UsageException(
            "--reports "
                + common.reports
                + ": the run reads "
                + source.path()
                + ", which is inside it. Name another folder.");
      }
    }
  }

  private Optional<Location> publish(HeldReports reports) throws UsageException, IOException {
    try {
      return reports.publish();
    } catch (ReportsFolder.ForeignException e) {
      throw refused(e);
    }
  }

  private UsageException refused(IOException e) {
    return new UsageException("--reports " + common.reports + ": " + e.getMessage() + ".");
  }

  private HeldReports open() throws UsageException, IOException {
    try {
      return HeldReports.open(common.reports);
    } catch (ReportsFolder.BusyException
        | ReportsFolder.ForeignException
        | UnfitFolderException e) {
      throw refused(e);
    } catch (AccessDeniedException e) {
      throw cannotWrite("permission denied");
    } catch (FileSystemException e) {
      throw cannotWrite(e.getReason() != null ? e.getReason() : "it is not a folder");
    }
  }

  private UsageException cannotWrite(String reason) {
    return new UsageException(
        "--reports "
            + common.reports
            + ": the folder cannot be written to ("
            + reason
            + "). Name another, or change its permissions.");
  }
}
