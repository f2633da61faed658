package org.gradeline.cli.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gradeline.cli.messages.ExitStatus;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.story.Story;
import org.gradeline.reference.Council;
import org.gradeline.reference.CouncilRegister;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.storage.LastReports;
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
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;

/** The command {@code show}: prints one council's story from the published tables. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Prints one council's story from the published tables.")
public final class ShowCommand implements Callable<Integer> {
  private static final int MAX_SUGGESTIONS = 3;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Parameters(
      paramLabel = "COUNCIL",
      description = "The council's name, alias or code.",
      arity = "1..*")
  List<String> council = List.of();

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
    Reference reference = common.reference();
    Council found = find(reference.councils(), String.join(" ", council));
    List<Line> lines = lines(reference);
    Story.Rows rows = LastReports.read(List.of(common.lastReports()), () -> rows(found, reference));
    Story story = new Story(found, reference, rows);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(asJson(found, story, lines)));
    } else {
      String gap = "";
      for (Story.Chapter chapter : story.chapters(lines)) {
        out.println(gap + chapter.heading());
        chapter.sentences().forEach(sentence -> out.println("  " + sentence));
        gap = System.lineSeparator();
      }
    }
    return ExitStatus.DONE;
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

  private Story.Rows rows(Council council, Reference reference) throws UsageException, IOException {
    Map<String, String> ofCouncil = Map.of("la_code", council.laCode());
    tech.tablesaw.api.Table latest = read("latest", reference, ofCouncil);
    String asAt = latest.isEmpty() ? "" : latest.dateColumn("as_at").get(0).toString();
    return new Story.Rows(
        read("trajectories", reference, ofCouncil),
        latest,
        read("visits", reference, ofCouncil),
        read("neighbours", reference, ofCouncil),
        read(
            "distributions",
            reference,
            Map.of(
                "as_at",
                asAt,
                "geography_level",
                Geography.REGION,
                "geography",
                council.geography(Geography.REGION))),
        read("recovery_summary", reference, Map.of()));
  }

  private tech.tablesaw.api.Table read(String name, Reference reference, Map<String, String> cells)
      throws UsageException, IOException {
    Table<?> table = Catalogue.of(reference).table(name);
    PublishedTables tables = new PublishedTables(common.reports);
    if (!tables.has(table)) {
      throw new UsageException(
          "--reports "
              + common.reports
              + ": there is no "
              + common.reports.resolve(table.path())
              + ". Make the tables with gradeline run.");
    }
    try {
      return tables.read(table, cells);
    } catch (UnreadableTableException e) {
      throw new UsageException(
          "--reports "
              + common.reports
              + ": "
              + e.reason()
              + ". Make the tables anew with gradeline run.");
    }
  }

  private static ObjectNode asJson(Council council, Story story, List<Line> lines) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("la_code", council.laCode());
    node.put("council", council.name());
    ArrayNode chapters = node.putArray("story");
    for (Story.Chapter chapter : story.chapters(lines)) {
      ObjectNode told = chapters.addObject();
      told.put("heading", chapter.heading());
      chapter.sentences().forEach(told.putArray("sentences")::add);
    }
    for (Line line : lines) {
      ObjectNode ofLine = node.withObject("/lines").putObject(line.key());
      rows(story.rows().trajectories(), line, ofLine.putArray("trajectory"));
      rows(story.rows().latest(), line, ofLine.putArray("latest"));
      rows(story.rows().neighbours(), line, ofLine.putArray("neighbours"));
    }
    return node;
  }

  /** Numbers are numbers, and what has no value is null. */
  private static void put(ObjectNode node, Column<?> column, int row) {
    if (column.isMissing(row)) {
      node.putNull(column.name());
    } else if (column instanceof LongColumn numbers) {
      node.put(column.name(), numbers.getLong(row));
    } else if (column instanceof DoubleColumn numbers) {
      node.put(column.name(), numbers.getDouble(row));
    } else {
      node.put(column.name(), column.getUnformattedString(row));
    }
  }

  private static void rows(tech.tablesaw.api.Table rows, Line line, ArrayNode into) {
    tech.tablesaw.api.Table ofLine = rows.where(rows.stringColumn("line").isEqualTo(line.key()));
    for (int row = 0; row < ofLine.rowCount(); row++) {
      ObjectNode node = into.addObject();
      for (Column<?> column : ofLine.columns()) {
        put(node, column, row);
      }
    }
  }
}
