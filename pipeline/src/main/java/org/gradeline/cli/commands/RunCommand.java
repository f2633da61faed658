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
import org.gradeline.cli.running.BeamOptions;
import org.gradeline.cli.running.DryRun;
import org.gradeline.cli.running.Pages;
import org.gradeline.cli.running.ReplacedReports;
import org.gradeline.cli.running.ReportsPlace;
import org.gradeline.cli.running.Run;
import org.gradeline.cli.running.RunEvents;
import org.gradeline.cli.running.RunRequest;
import org.gradeline.cli.running.Summary;
import org.gradeline.publishing.checks.Requirements;
import org.gradeline.reading.FirstLook;
import org.gradeline.reading.Source;
import org.gradeline.reference.Gates;
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
  private final OptionDefaults defaults;
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin InputOptions input = new InputOptions();
  @Mixin GateOptions gates = new GateOptions();
  @Mixin LogOptions logging = new LogOptions();

  @Option(
      names = "--lineage",
      paramLabel = "FILE",
      converter = GivenLocation.OnThisMachine.class,
      description =
          "Append the run's OpenLineage events to this file: START, then COMPLETE or FAIL, each a"
              + " line of JSON.")
  @Nullable Path lineageFile;

  @Option(names = "--no-site", description = "Make the tables only, and no pages.")
  boolean noSite;

  @Option(
      names = "--dry-run",
      description =
          "Say what would be read and replaced, and which options hold, and write nothing. Ends"
              + " with status 0 if the run could start, else with the run's.")
  boolean dryRun;

  @Spec CommandSpec spec;

  /**
   * @param beam options for Beam
   * @param log receives what happens
   * @param defaults where options have their values from
   */
  public RunCommand(List<String> beam, Log log, OptionDefaults defaults) {
    this.beam = beam;
    this.log = log;
    this.defaults = defaults;
    this.spec = CommandSpec.create();
  }

  @Override
  public Integer call() throws Exception {
    log.record(RunEvents.started(spec.name(), common.data));
    if (dryRun) {
      return tell();
    }
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
    RunRequest request = request(found);
    Requirements requirements = gates.requirements(common, input, request.reference());
    requireApart(found, request.reference());
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

  private RunRequest request(List<Source> found) throws Exception {
    Map<String, String> inForce = input.inForce(common.data, common.reports, beam);
    inForce.putAll(gates.inForce());
    Reference reference = common.reference(input.referenceFiles());
    return input.request(reference, found, beam, inForce);
  }

  /** Goes as far as a run does before it writes anything, and says what the run would do. */
  private int tell() throws Exception {
    if (lineageFile != null) {
      LineageFile.requireWritable(lineageFile, common.reports);
    }
    common.dataFolder();
    List<Source> found = input.sources(common.data);
    RunRequest request = request(found);
    Gates holding = gates.gates(common, input, request.reference());
    requireApart(found, request.reference());
    BeamOptions.of(beam);
    Optional<Location> last = opening(HeldReports::replaceable);
    DryRun would =
        new DryRun(
            defaults.inForce(spec, beam),
            request.sources().stream()
                .map(source -> FirstLook.at(source, request.layouts()))
                .toList(),
            request.leftOut(),
            common.reports,
            last.isPresent() ? Optional.of(ReplacedReports.in(last.get())) : Optional.empty(),
            !noSite,
            !holding.equals(Gates.NONE));
    LinePrinter out = new LinePrinter(spec.commandLine().getOut());
    would.lines().forEach(out::print);
    out.print("");
    out.print("The run could start.");
    would.events().forEach(log::record);
    log.record(DryRun.ended().ending(ExitStatus.DONE));
    return ExitStatus.DONE;
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
    return opening(HeldReports::open);
  }

  /** Does something with the place of the reports. */
  @FunctionalInterface
  private interface Opening<T> {
    T open(Location reports) throws IOException;
  }

  private <T> T opening(Opening<T> opening) throws UsageException, IOException {
    try {
      return opening.open(common.reports);
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
