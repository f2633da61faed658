package org.gradeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.reference.Council;
import org.gradeline.reference.CouncilRegister;
import org.gradeline.reference.Reference;
import org.gradeline.tables.RowWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints one council's story from the published tables. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Prints one council's story from the published tables.")
final class ShowCommand implements Callable<Integer> {
  private static final int SUGGESTED = 3;

  @Parameters(
      paramLabel = "COUNCIL",
      description = "Name, alias or code of a council.",
      arity = "1..*")
  List<String> council = List.of();

  @Mixin CommonOptions common = new CommonOptions();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Reference reference = common.reference();
    Council found = find(reference.councils(), String.join(" ", council));
    Story story =
        new Story(
            found,
            reference,
            rows("trajectories", found),
            rows("latest", found),
            rows("visits", found));
    story.tell(out);
    return ExitStatus.DONE;
  }

  private static Council find(CouncilRegister councils, String name) throws UsageException {
    @Nullable Council found = councils.byName(name);
    found = found != null ? found : councils.byLaCode(name);
    found = found != null ? found : councils.byGssCode(name);
    if (found != null) {
      return found;
    }
    List<String> nearest = councils.nearestNames(name, SUGGESTED);
    throw new UsageException(
        "no council is called '"
            + name
            + "'. "
            + (nearest.isEmpty()
                ? "Give its name or its code."
                : "Did you mean " + String.join(" or ", nearest) + "?"));
  }

  private List<CSVRecord> rows(String table, Council council) throws UsageException, IOException {
    Path file = common.reports.resolve("tables").resolve(table + ".csv");
    if (!Files.exists(file)) {
      throw new UsageException(
          "--reports "
              + common.reports
              + ": there is no "
              + file
              + ". Make the tables with gradeline run.");
    }
    List<CSVRecord> rows = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.parse(
            file,
            StandardCharsets.UTF_8,
            RowWriter.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      for (CSVRecord row : parser) {
        if (row.get("la_code").equals(council.laCode())) {
          rows.add(row);
        }
      }
    }
    return rows;
  }
}
