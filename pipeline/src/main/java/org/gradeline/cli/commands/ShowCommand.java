package org.gradeline.cli.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.gradeline.cli.messages.ExitStatus;
import org.gradeline.cli.messages.LinePrinter;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.reference.Council;
import org.gradeline.reference.CouncilRegister;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReferenceException;
import org.gradeline.storage.LastReports;
import org.gradeline.story.Chapter;
import org.gradeline.story.Stories;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.Table;
import org.gradeline.tables.UnreadableTableException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code show}: prints the story of a council or of a day from the published tables.
 */
@Command(
    name = "show",
    sortOptions = false,
    description =
        "Prints the story of one council, or of a day's reports, from the published tables.")
public final class ShowCommand implements Callable<Integer> {
  private static final int MAX_SUGGESTIONS = 3;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A day, or a month. */
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");

  @Parameters(
      paramLabel = "COUNCIL|DATE",
      description =
          "The council's name, alias or code; or a day (2014-06-30) or a month (2014-06) of"
              + " reports.",
      arity = "1..*")
  List<String> subject = List.of();

  @Option(
      names = "--as-at",
      paramLabel = "DATE",
      converter = InputOptions.Day.class,
      description =
          "Tell a council's story as it was known on this day (default: the tables' own).")
  @Nullable LocalDate asAt;

  @Option(
      names = "--line",
      paramLabel = "LINE",
      description = "Show one line only, such as headline or in_care (default: all).")
  @Nullable String line;

  @Option(names = "--json", description = "Print the story as JSON.")
  boolean json;

  @Mixin CommonOptions common = new CommonOptions();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Telling telling = LastReports.read(List.of(common.lastReports()), this::telling);
    List<Line> lines = telling.lines();
    PartialDate date = telling.date();
    Council found = telling.council();
    Stories stories = telling.stories();
    if (found != null && isBeforeItsTime(found, stories.asAt())) {
      throw new UsageException(
          "--as-at " + asAt + ": " + found.name() + " did not exist on that day.");
    }
    if (asAt != null && stories.firstDay() != null && asAt.isBefore(stories.firstDay())) {
      throw new UsageException(
          "--as-at "
              + asAt
              + ": these records begin on "
              + stories.firstDay()
              + ". Give a later day.");
    }
    LinePrinter out = new LinePrinter(spec.commandLine().getOut());
    if (json) {
      ObjectNode node =
          date != null
              ? stories.ofDateAsJson(date, lines)
              : stories.ofCouncilAsJson(Objects.requireNonNull(found), lines);
      MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node).lines().forEach(out::print);
    } else {
      print(
          date != null
              ? stories.ofDate(date, lines)
              : stories.ofCouncil(Objects.requireNonNull(found), lines),
          out);
    }
    return ExitStatus.DONE;
  }

  /**
   * What there is to tell.
   *
   * @param stories the stories of the reports
   * @param lines the lines that are wanted
   * @param date the day or month that the story is of; null when it is of a council
   * @param council the council that it is of; null when it is of a date
   */
  private record Telling(
      Stories stories, List<Line> lines, @Nullable PartialDate date, @Nullable Council council) {}

  /** The reports and the reference data that they were made with belong together. */
  private Telling telling() throws UsageException, ReferenceException, IOException {
    Reference reference = common.publishedReference();
    List<Line> lines = lines(reference);
    PartialDate date = date();
    Council found = date == null ? find(reference.councils(), subject()) : null;
    if (date != null && asAt != null) {
      throw new UsageException(
          "--as-at " + asAt + ": it is for the story of a council, and " + date + " is a date.");
    }
    return new Telling(stories(reference), lines, date, found);
  }

  private static void print(List<Chapter> chapters, LinePrinter out) {
    for (int i = 0; i < chapters.size(); i++) {
      if (i > 0) {
        out.print("");
      }
      chapters.get(i).lines().forEach(out::print);
    }
  }

  private String subject() {
    return String.join(" ", subject);
  }

  /** The day or month that the story is of; null when it is of a council. */
  private @Nullable PartialDate date() throws UsageException {
    if (!DATE.matcher(subject()).matches()) {
      return null;
    }
    PartialDate date = PartialDate.parse(subject());
    if (date == null) {
      throw new UsageException(
          subject()
              + " is not a date of the calendar. Write a day as yyyy-mm-dd, a month as yyyy-mm.");
    }
    return date;
  }

  private static boolean isBeforeItsTime(Council council, LocalDate day) {
    return council.opened() != null && day.isBefore(council.opened());
  }

  private static Council find(CouncilRegister councils, String name) throws UsageException {
    Council found = councils.byName(name);
    found = found != null ? found : councils.byLaCode(name);
    found = found != null ? found : councils.byGssCode(name);
    if (found != null) {
      return found;
    }
    List<String> nearest = councils.nearestNames(name, MAX_SUGGESTIONS);
    throw new UsageException(
        "no council is called '"
            + name
            + "'. "
            + (nearest.isEmpty()
                ? "Write its name or its code."
                : "Did you mean " + String.join(" or ", nearest) + "?"));
  }

  private List<Line> lines(Reference reference) throws UsageException {
    if (line == null) {
      return reference.lines();
    }
    List<String> keys = reference.lines().stream().map(Line::key).toList();
    if (!keys.contains(line)) {
      throw UsageException.unknown("--line", line, "line", keys);
    }
    return List.of(reference.lines().get(keys.indexOf(line)));
  }

  private Stories stories(Reference reference) throws UsageException, IOException {
    PublishedTables tables = new PublishedTables(common.reportsFolder());
    for (String name : List.of("latest", "ratings", "visits")) {
      Table<?> table = Catalogue.of(reference).table(name);
      if (!tables.has(table)) {
        throw new UsageException(
            "--reports "
                + common.reports
                + ": there is no "
                + common.reports.resolve(table.path())
                + ". Make the tables with gradeline run.");
      }
    }
    try {
      return Stories.read(tables, reference, asAt);
    } catch (UnreadableTableException e) {
      throw new UsageException(
          "--reports "
              + common.reports
              + ": "
              + e.reason()
              + ". Make the tables anew with gradeline run.");
    } catch (Stories.TooLateException e) {
      throw new UsageException("--as-at " + asAt + ": " + e.getMessage() + ".");
    }
  }
}
