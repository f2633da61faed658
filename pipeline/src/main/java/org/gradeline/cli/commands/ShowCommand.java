package org.gradeline.cli.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.cli.messages.ExitStatus;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.story.PublishedTables;
import org.gradeline.cli.story.Story;
import org.gradeline.reference.Council;
import org.gradeline.reference.CouncilRegister;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
    Story story = new Story(found, reference, rows(found));
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

  private Story.Rows rows(Council council) throws UsageException, IOException {
    PublishedTables tables = new PublishedTables(common.reports);
    List<CSVRecord> latest = tables.rows("latest", row -> isOf(row, council));
    String asAt = latest.isEmpty() ? "" : latest.get(0).get("as_at");
    String region = council.geography(Geography.REGION);
    return new Story.Rows(
        tables.rows("trajectories", row -> isOf(row, council)),
        latest,
        tables.rows("visits", row -> isOf(row, council)),
        tables.rows("neighbours", row -> isOf(row, council)),
        tables.rows(
            "distributions",
            row ->
                row.get("as_at").equals(asAt)
                    && row.get("geography_level").equals(Geography.REGION)
                    && row.get("geography").equals(region)),
        tables.rows("recovery_summary", row -> true));
  }

  private static boolean isOf(CSVRecord row, Council council) {
    return row.get("la_code").equals(council.laCode());
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

  private static void rows(List<CSVRecord> rows, Line line, ArrayNode into) {
    for (CSVRecord row : rows) {
      if (row.get("line").equals(line.key())) {
        ObjectNode node = into.addObject();
        row.toMap().forEach(node::put);
      }
    }
  }
}
