package org.gradeline.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.cli.messages.ExitStatus;
import org.gradeline.cli.messages.LinePrinter;
import org.gradeline.cli.messages.RevisionWords;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.publishing.revisions.RevisionTotals;
import org.gradeline.publishing.revisions.Revisions;
import org.gradeline.storage.LastReports;
import org.gradeline.storage.Location;
import org.gradeline.storage.UnfitFolderException;
import org.gradeline.tables.CellWriter;
import org.gradeline.tables.PublishedRows;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.RatingsTable;
import org.gradeline.tables.Revision;
import org.gradeline.tables.RevisionsTable;
import org.gradeline.tables.UnreadableTableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code diff}: lists the ratings in which two reports folders differ. */
@Command(
    name = "diff",
    sortOptions = false,
    description =
        "Lists the ratings that one reports folder adds, changes and removes compared with"
            + " another.")
public final class DiffCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "OLD",
      converter = GivenLocation.Anywhere.class,
      description = "The earlier reports folder.")
  Location older = Location.of("");

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      converter = GivenLocation.Anywhere.class,
      description = "The later reports folder.")
  Location newer = Location.of("");

  @Option(
      names = "--csv",
      description = "Print the rows that quality/revisions.csv would have, instead of sentences.")
  boolean csv;

  @Mixin GeneralOptions general = new GeneralOptions();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    List<LastReports> reports = List.of(reports(older), reports(newer));
    LinePrinter out = new LinePrinter(spec.commandLine().getOut());
    Path folder = Files.createTempDirectory("gradeline-diff");
    try {
      RevisionTotals totals = LastReports.read(reports, () -> compare(reports, folder));
      if (csv) {
        printRows(new PublishedTables(folder), out);
      } else {
        report(new PublishedTables(folder), out);
        out.print(RevisionWords.summary(totals, " above"));
      }
    } catch (UnreadableTableException e) {
      throw new UsageException(
          e.reports() + ": " + e.reason() + ". Name a folder that gradeline run has made.");
    } finally {
      PathUtils.deleteDirectory(folder);
    }
    return ExitStatus.DONE;
  }

  private static RevisionTotals compare(List<LastReports> reports, Path folder) throws IOException {
    PathUtils.cleanDirectory(folder);
    return Revisions.between(reports.get(0).folder(), reports.get(1).folder(), folder);
  }

  private static LastReports reports(Location reports) throws UsageException, IOException {
    LastReports last;
    try {
      last = LastReports.in(reports);
    } catch (UnfitFolderException e) {
      throw new UsageException(reports + ": " + e.getMessage() + ".");
    }
    if (!new PublishedTables(last.folder()).has(RatingsTable.TABLE)) {
      throw new UsageException(
          reports
              + ": there is no "
              + reports.resolve(RatingsTable.TABLE.path())
              + ". Name a folder that gradeline run has made.");
    }
    return last;
  }

  private static void printRows(PublishedTables tables, LinePrinter out) throws IOException {
    List<String> header = RevisionsTable.TABLE.header();
    out.print(CellWriter.FORMAT.format(header.toArray()));
    try (PublishedRows rows = tables.rows(RevisionsTable.TABLE)) {
      while (rows.next()) {
        Stream<String> cells = IntStream.range(0, header.size()).mapToObj(rows::cell);
        out.print(CellWriter.FORMAT.format(cells.map(LinePrinter::printable).toArray()));
      }
    }
  }

  private static void report(PublishedTables tables, LinePrinter out) throws IOException {
    try (PublishedRows rows = tables.rows(RevisionsTable.TABLE)) {
      while (rows.next()) {
        out.print(RevisionWords.line(revision(rows)));
      }
    }
  }

  private static Revision revision(PublishedRows row) {
    return new Revision(
        Revision.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
        row.text("la_code"),
        row.text("council"),
        row.text("framework"),
        row.text("published_date"),
        row.text("area"),
        row.text("before"),
        row.text("after"));
  }
}
