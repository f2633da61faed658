package org.gradeline.cli.commands;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradeline.cli.messages.ExitStatus;
import org.gradeline.cli.messages.LinePrinter;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.running.Pages;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReportingDate;
import org.gradeline.site.Site;
import org.gradeline.storage.HeldReports;
import org.gradeline.storage.LastReports;
import org.gradeline.storage.ReportsFolder;
import org.gradeline.storage.UnfitFolderException;
import org.gradeline.story.Stories;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.Table;
import org.gradeline.tables.UnreadableTableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code site}: makes the pages of a reports folder anew. */
@Command(
    name = "site",
    sortOptions = false,
    description = "Makes the pages of the published tables anew.")
public final class SiteCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    common.lastReports();
    Reference reference = common.publishedReference();
    if (!Pages.arePossible(reference)) {
      throw new UsageException(Pages.tooMany(reference));
    }
    requireTables(reference);
    try (HeldReports reports = HeldReports.open(common.reports)) {
      Path pages = reports.staging().resolve(Site.FOLDER);
      LastReports.read(List.of(common.lastReports()), () -> make(pages));
      reports.publishPart(Site.FOLDER);
      new LinePrinter(spec.commandLine().getOut())
          .print("Pages: " + reports.published().resolve(Site.FOLDER).resolve("index.html"));
    } catch (ReportsFolder.BusyException
        | ReportsFolder.ForeignException
        | UnfitFolderException e) {
      throw new UsageException("--reports " + common.reports + ": " + e.getMessage() + ".");
    }
    return ExitStatus.DONE;
  }

  private void requireTables(Reference reference) throws UsageException, IOException {
    PublishedTables tables = new PublishedTables(common.reportsFolder());
    for (String name : List.of("latest", "ratings", "visits", "trajectories", "distributions")) {
      Table<?> table = Catalogue.of(reference).table(name);
      if (!tables.has(table)) {
        throw missing(common.reports.resolve(table.path()).toString());
      }
    }
  }

  private UsageException missing(String file) {
    return new UsageException(
        "--reports "
            + common.reports
            + ": there is no "
            + file
            + ". Make the tables with gradeline run.");
  }

  /**
   * Loads the reference data again, because a run may have replaced the reports before the lock.
   */
  private boolean make(Path pages) throws UsageException, ReferenceException, IOException {
    try {
      Reference reference = common.publishedReference();
      PublishedTables tables = new PublishedTables(common.reportsFolder());
      ReportingDate date = Stories.date(tables, reference);
      Pages.make(common.reportsFolder(), pages, reference, date);
      return true;
    } catch (NoSuchFileException e) {
      throw missing(e.getFile());
    } catch (UnreadableTableException e) {
      throw new UsageException(
          "--reports "
              + common.reports
              + ": "
              + e.reason()
              + ". Make the tables anew with gradeline run.");
    }
  }
}
