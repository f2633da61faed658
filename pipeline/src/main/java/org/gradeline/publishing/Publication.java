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
import java.util.List;
import java.util.Map;
import org.gradeline.reading.Source;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.RunView;
import org.gradeline.tables.TableSchema;

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
   * Stages all reports.
   *
   * @param parts folder of the tables' parts
   * @param target folder that becomes the reports
   * @param sources the files of records
   * @param totals totals of the whole run
   * @param view the run's view
   * @param manifest what is known of the run
   * @return the tables' files
   * @throws UnbalancedException when a record or judgement was lost
   */
  public static List<PublishedFile> stage(
      Path parts,
      Path target,
      List<Source> sources,
      RunTotals totals,
      RunView view,
      RunManifest manifest)
      throws IOException, UnbalancedException {
    checkLedger(sources, totals);
    List<PublishedFile> files =
        new ArrayList<>(new TableAssembly(parts, target).assemble(totals, view));
    List<TableSchema> schemas = Catalogue.of(view.reference()).schemas();
    SqliteDatabase.make(target, SqliteDatabase.holds(schemas, files));
    writeJson(target.resolve("datapackage.json"), DataPackage.describe(schemas, files));
    writeText(target.resolve("README.md"), DataDictionary.describe(schemas, files, view));
    writeJson(
        target.resolve("run.json"), manifest.describe(sources, totals, view, files, Instant.now()));
    return files;
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

  /** SHA-256 of each source, in order; "unreadable" where there is none. */
  public static List<String> hash(List<Source> sources) {
    List<String> hashes = new ArrayList<>();
    for (Source source : sources) {
      try {
        hashes.add(Digests.of(Path.of(source.path())));
      } catch (IOException e) {
        hashes.add("unreadable");
      }
    }
    return hashes;
  }
}
