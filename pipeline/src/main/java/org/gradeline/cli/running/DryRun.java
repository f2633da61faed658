package org.gradeline.cli.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradeline.cli.logging.Event;
import org.gradeline.cli.messages.Counted;
import org.gradeline.cli.messages.LinePrinter;
import org.gradeline.reading.FirstLook;
import org.gradeline.reading.LeftOut;
import org.gradeline.storage.Location;
import org.gradeline.story.TextColumns;

/**
 * What a run would do, in words and as events.
 *
 * @param options the options that hold
 * @param files what shows of the tables of records, in the order of their names
 * @param leftOut files and sheets that would not be read
 * @param reports where the reports would be
 * @param replaced the reports that are there; none when there are none
 * @param pages whether there would be pages
 * @param gated whether anything must hold before the reports are replaced
 */
public record DryRun(
    List<InForce> options,
    List<FirstLook> files,
    List<LeftOut> leftOut,
    Location reports,
    Optional<ReplacedReports> replaced,
    boolean pages,
    boolean gated) {

  /**
   * An option that holds.
   *
   * @param name its name with its dashes
   * @param value what it says
   * @param origin where that is from
   */
  public record InForce(String name, String value, String origin) {}

  /** What the run would do, line by line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("This is what the run would do. Nothing is written.");
    lines.add("");
    lines.add("Options");
    lines.addAll(
        indented(
            options.stream()
                .map(option -> List.of(option.name(), option.value(), option.origin()))
                .toList()));
    lines.add("");
    lines.add(records());
    List<FirstLook> read = files.stream().filter(file -> file.refusal() == null).toList();
    lines.addAll(indented(read.stream().map(DryRun::cells).toList()));
    refused().forEach(file -> lines.add("  " + refusal(file)));
    if (!leftOut.isEmpty()) {
      lines.add("  Left out: " + LeftOutWords.of(leftOut));
    }
    lines.add("");
    lines.add("Reports");
    lines.add("  " + replacing());
    if (!pages && replaced.isPresent() && replaced.get().files().containsKey("site")) {
      lines.add("  The pages in site go too, and --no-site makes no new ones.");
    }
    if (!gated && replaced.isPresent()) {
      lines.add(
          "  No gate holds: they are replaced whatever the records are. Name a file of gates with"
              + " --gates.");
    }
    return lines;
  }

  private static List<String> indented(List<List<String>> rows) {
    List<List<String>> printable =
        rows.stream().map(row -> row.stream().map(LinePrinter::printable).toList()).toList();
    return TextColumns.lines(printable).stream().map(line -> "  " + line).toList();
  }

  private String records() {
    int refused = refused().size();
    boolean sheets = files.stream().anyMatch(file -> !file.source().table().isEmpty());
    return "Records: "
        + (sheets
            ? Counted.of(files.size()) + " files and sheets"
            : Counted.of(files.size(), "file", "files"))
        + (refused == 0 ? "" : ", of which " + Counted.of(refused) + " would be refused");
  }

  private static List<String> cells(FirstLook file) {
    return List.of(
        file.source().name(),
        file.source().format() + (file.source().gzip() ? ", gzip" : ""),
        file.layout() == null ? "no layout" : "layout " + file.layout().key(),
        Counted.of(file.source().bytes()) + " bytes",
        counted(file));
  }

  private static String counted(FirstLook file) {
    if (file.records() == FirstLook.UNKNOWN) {
      return "records not counted";
    }
    return Counted.of(file.records(), "record", "records")
        + (file.unreadable() == 0
            ? ""
            : " and " + Counted.of(file.unreadable(), "place", "places") + " without one");
  }

  private List<FirstLook> refused() {
    return files.stream().filter(file -> file.refusal() != null).toList();
  }

  private static String refusal(FirstLook file) {
    return file.refusal() == null
        ? ""
        : "Refused: %s:%d: %s. %s"
            .formatted(
                file.source().name(),
                file.refusal().lineNumber(),
                file.refusal().message(),
                file.refusal().suggestion());
  }

  private String replacing() {
    if (replaced.isEmpty() || replaced.get().count() == 0) {
      return "They are made in " + reports + ", and replace nothing.";
    }
    ReplacedReports last = replaced.get();
    String folders =
        last.files().entrySet().stream()
            .map(
                each ->
                    Counted.of(each.getValue())
                        + (each.getKey().isEmpty()
                            ? " beside the folders"
                            : " in " + each.getKey()))
            .collect(Collectors.joining(", "));
    return "They replace "
        + (reports.isLocal() ? reports.toString() : last.folder().toString())
        + (last.started().isEmpty() ? "" : ", which the run of " + last.started() + " made")
        + (last.asAt().isEmpty() ? "" : " as at " + last.asAt())
        + ". Its "
        + Counted.of(last.count(), "file goes", "files go")
        + (reports.isLocal() ? "" : " when the run after this one is published")
        + ": "
        + folders
        + ".";
  }

  /** The same for programs, an event for each thing. */
  public List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (InForce option : options) {
      events.add(
          Event.info(
                  "option",
                  option.name() + " " + option.value() + ", from " + option.origin() + ".")
              .with("option", option.name())
              .with("value", option.value())
              .with("origin", option.origin()));
    }
    files.forEach(file -> events.add(event(file)));
    if (!leftOut.isEmpty()) {
      events.add(
          Event.info("left_out", "Left out: " + LeftOutWords.of(leftOut) + ".")
              .with("names", leftOut.stream().map(LeftOut::name).toList()));
    }
    Event reporting = Event.info("would_publish", replacing()).with("reports", reports.toString());
    if (replaced.isPresent()) {
      reporting =
          reporting
              .with("replaced_files", replaced.get().count())
              .with("replaced_started", replaced.get().started())
              .with("replaced_as_at", replaced.get().asAt());
    }
    events.add(reporting);
    return events;
  }

  private static Event event(FirstLook file) {
    Event event =
        file.refusal() == null
            ? Event.info("would_read", String.join(", ", cells(file)) + ".")
            : Event.warning("would_refuse", refusal(file));
    event =
        event
            .with("source", file.source().name())
            .with("format", file.source().format())
            .with("bytes", file.source().bytes());
    if (file.layout() != null) {
      event = event.with("layout", file.layout().key());
    }
    return file.records() == FirstLook.UNKNOWN ? event : event.with("records", file.records());
  }

  /** The last event. */
  public static Event ended() {
    return Event.info("dry_run", "The run could start. Nothing was written.");
  }
}
