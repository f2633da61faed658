package org.gradeline.publishing;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.publishing.assembling.RunResult;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.assembling.TableAssembly;
import org.gradeline.publishing.assembling.TableAssembly.Assembling;
import org.gradeline.publishing.checks.Checks;
import org.gradeline.publishing.checks.Requirements;
import org.gradeline.publishing.checks.RunFigures;
import org.gradeline.publishing.database.SqliteDatabase;
import org.gradeline.publishing.describing.Citation;
import org.gradeline.publishing.describing.CsvOnTheWeb;
import org.gradeline.publishing.describing.DataDictionary;
import org.gradeline.publishing.describing.DataPackage;
import org.gradeline.publishing.describing.DatasetteMetadata;
import org.gradeline.publishing.describing.Edition;
import org.gradeline.publishing.describing.RunManifest;
import org.gradeline.publishing.revisions.RevisionTotals;
import org.gradeline.publishing.revisions.Revisions;
import org.gradeline.reading.Source;
import org.gradeline.reference.MachineLimit;
import org.gradeline.reference.Severity;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.storage.Digests;
import org.gradeline.storage.Location;
import org.gradeline.storage.ReportsManifest;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.Check;
import org.gradeline.tables.ChecksTable;
import org.gradeline.tables.RunView;
import org.gradeline.tables.Table;
import org.gradeline.tables.TablePart;
import org.gradeline.tables.TableParts;

/**
 * Makes the reports of a run in a staging folder: the tables, their description, and the record of
 * the run.
 */
public final class Publication {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Publication() {}

  /**
   * Books that do not balance: a record or judgement was lost or counted twice, so that nothing can
   * be published.
   */
  public static final class UnbalancedException extends Exception {
    private static final long serialVersionUID = 1L;

    UnbalancedException(String source, Account account) {
      super("the ledger of " + source + " does not add up: " + account);
    }
  }

  /**
   * What was staged.
   *
   * @param files the tables' files
   * @param revisions how the ratings differ from those of the reports that would be replaced
   * @param checks how the run's figures stand to their limits, by name
   */
  public record Staged(List<PublishedFile> files, RevisionTotals revisions, List<Check> checks) {
    /** The checks that failed, of one severity. */
    public List<Check> failed(Severity severity) {
      return checks.stream()
          .filter(check -> check.failed() && check.severity() == severity)
          .toList();
    }
  }

  /**
   * Stages all reports.
   *
   * @param result what the run made
   * @param work folder for what is made on the way
   * @param target folder that becomes the reports
   * @param sources the files of records
   * @param view the run's view
   * @param manifest what is known of the run
   * @param requirements what the run is held to; whether it passes is for the caller to act on
   * @throws UnbalancedException when a record or judgement was lost
   */
  public static Staged stage(
      RunResult result,
      Path work,
      Path target,
      List<Source> sources,
      RunView view,
      RunManifest manifest,
      Requirements requirements)
      throws IOException, UnbalancedException {
    RunTotals totals = result.totals();
    checkLedger(sources, totals);
    Location parts = Location.of(work);
    List<PublishedFile> files = new ArrayList<>();
    try (TableAssembly assembly = new TableAssembly(target);
        SqliteDatabase database = SqliteDatabase.create(target)) {
      for (Assembling table : assembly.assemble(result, view)) {
        files.add(added(table.await(), table.table(), database));
      }
      Revisions.Found revisions = Revisions.of(target, requirements.replaced(), parts, totals);
      List<Check> checks =
          Checks.of(RunFigures.of(sources, result, view, revisions.totals()), requirements);
      List<TablePart> runParts = new ArrayList<>(revisions.parts());
      runParts.addAll(parts(checks, parts));
      totals.addRows(runParts);
      for (Table<?> table : Catalogue.of(view.reference()).runTables()) {
        files.add(added(assembly.fromParts(table, partsOf(table, runParts)), table, database));
      }
      database.finish();
      describe(files, target, sources, totals, view, manifest);
      return new Staged(List.copyOf(files), revisions.totals(), checks);
    }
  }

  private static PublishedFile added(PublishedFile file, Table<?> table, SqliteDatabase database) {
    database.add(table, file);
    return file;
  }

  private static List<TablePart> parts(List<Check> checks, Location folder) throws IOException {
    try (TableParts parts = new TableParts(folder, "checks")) {
      parts.rows(ChecksTable.TABLE).write(checks.stream());
      return parts.finish();
    }
  }

  private static List<TablePart> partsOf(Table<?> table, List<TablePart> parts) {
    return parts.stream().filter(part -> part.table().equals(table.name())).toList();
  }

  private static void describe(
      List<PublishedFile> files,
      Path target,
      List<Source> sources,
      RunTotals totals,
      RunView view,
      RunManifest manifest)
      throws IOException {
    List<Table<?>> tables = Catalogue.of(view.reference()).tables();
    Edition edition =
        Edition.of(manifest.version(), totals.latestPublished(), totals.firstRated(), view);
    writeJson(target.resolve(ReportsManifest.FILE), DataPackage.describe(tables, files, edition));
    writeJson(target.resolve(DatasetteMetadata.FILE), DatasetteMetadata.describe(tables, edition));
    for (Table<?> table : tables) {
      if (CsvOnTheWeb.describes(table)) {
        writeJson(target.resolve(CsvOnTheWeb.path(table)), CsvOnTheWeb.describe(table, edition));
      }
    }
    writeText(
        target.resolve("README.md"),
        DataDictionary.describe(tables, files, view, manifest.options()));
    writeText(
        target.resolve(Citation.FILE),
        Citation.describe(manifest.version(), totals.latestPublished(), view));
    writeJson(
        target.resolve("run.json"), manifest.describe(sources, totals, view, files, Instant.now()));
  }

  private static void checkLedger(List<Source> sources, RunTotals totals)
      throws UnbalancedException {
    for (Map.Entry<Integer, Account> entry : totals.ledger().accounts().entrySet()) {
      if (!entry.getValue().balances()) {
        throw new UnbalancedException(sources.get(entry.getKey()).name(), entry.getValue());
      }
    }
  }

  private static void writeJson(Path file, ObjectNode node) throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    writeText(file, MAPPER.writer(printer).writeValueAsString(node) + "\n");
  }

  private static void writeText(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Unpacks and loads what the database needs, which can be done while the pipeline runs.
   *
   * @param folder an empty folder of the run, from which libraries can be loaded
   * @throws IOException when the folder cannot be written
   */
  public static void prepare(Path folder) throws IOException {
    SqliteDatabase.load(folder);
  }

  /** SHA-256 of each source's file, in order; "unreadable" where there is none. */
  public static List<String> hash(List<Source> sources) {
    Map<String, String> byPath = new HashMap<>();
    List<String> hashes = new ArrayList<>();
    for (Source source : sources) {
      hashes.add(byPath.computeIfAbsent(source.path(), Publication::hash));
    }
    return hashes;
  }

  private static String hash(String file) {
    try {
      return Digests.of(Location.of(file));
    } catch (IOException e) {
      MachineLimit.requireNotReached(e);
      return "unreadable";
    }
  }
}
