package org.gradeline.publishing.assembling;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.output.CountingOutputStream;
import org.gradeline.statistics.Tally;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.CellWriter;
import org.gradeline.tables.CouncilTable;
import org.gradeline.tables.NationalTable;
import org.gradeline.tables.QualityIssueTable;
import org.gradeline.tables.ReferenceTable;
import org.gradeline.tables.RunView;
import org.gradeline.tables.Table;
import org.gradeline.tables.TableWriter;

/**
 * Makes the files of all tables in the staging folder: from the parts that workers wrote, and from
 * the national tallies.
 */
public final class TableAssembly {
  private final Path parts;
  private final Path target;

  /**
   * @param parts folder of the parts
   * @param target folder that becomes the reports
   */
  public TableAssembly(Path parts, Path target) {
    this.parts = parts;
    this.target = target;
  }

  /** Makes the file of one table. */
  private interface FileTask {
    PublishedFile make() throws IOException;
  }

  private interface RowsSource {
    /** Writes all rows and returns how many there are. */
    long writeTo(OutputStream out) throws IOException;
  }

  /**
   * Makes all tables but those on the run as a whole, at the same time, and gives them in the order
   * of the catalogue.
   */
  public List<PublishedFile> assemble(RunTotals totals, RunView view) throws IOException {
    Catalogue catalogue = Catalogue.of(view.reference());
    List<FileTask> tasks = new ArrayList<>();
    for (CouncilTable<?> table : catalogue.councilTables()) {
      tasks.add(() -> fromParts(table.table(), totals));
    }
    for (NationalTable<?, ?> table : catalogue.nationalTables()) {
      tasks.add(() -> file(table.table(), out -> writeTallied(table, totals, view, out)));
    }
    for (ReferenceTable<?> table : catalogue.referenceTables()) {
      tasks.add(() -> file(table.table(), out -> writeReference(table, view, out)));
    }
    for (QualityIssueTable<?> table : catalogue.qualityIssueTables()) {
      tasks.add(() -> fromParts(table.table(), totals));
    }
    return make(tasks);
  }

  /**
   * Makes the tables on the run as a whole, whose parts were written after the others were made.
   */
  public List<PublishedFile> assembleRunTables(RunTotals totals, RunView view) throws IOException {
    List<FileTask> tasks = new ArrayList<>();
    for (Table<?> table : Catalogue.of(view.reference()).runTables()) {
      tasks.add(() -> fromParts(table, totals));
    }
    return make(tasks);
  }

  private static List<PublishedFile> make(List<FileTask> tasks) throws IOException {
    try {
      return tasks.parallelStream().map(TableAssembly::make).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static PublishedFile make(FileTask task) {
    try {
      return task.make();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the file of a table from its parts. */
  public PublishedFile fromParts(Table<?> table, RunTotals totals) throws IOException {
    return file(
        table,
        out -> {
          if (table.interleaved()) {
            merge(table, out);
          } else {
            concatenate(table, out);
          }
          return totals.rows(table.name());
        });
  }

  private PublishedFile file(Table<?> table, RowsSource rowsSource) throws IOException {
    Path file = target.resolve(table.path());
    Files.createDirectories(target.resolve(table.folder()));
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (OutputStream plain = Files.newOutputStream(file);
        CountingOutputStream out =
            new CountingOutputStream(
                new DigestOutputStream(new BufferedOutputStream(plain, 1 << 16), digest))) {
      out.write((String.join(",", table.header()) + "\n").getBytes(StandardCharsets.UTF_8));
      long rows = rowsSource.writeTo(out);
      out.flush();
      return new PublishedFile(
          table.path(), rows, out.getByteCount(), Hex.encodeHexString(digest.digest()));
    }
  }

  private List<Path> partsOf(Table<?> table) throws IOException {
    Path folder = parts.resolve(table.name());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private void concatenate(Table<?> table, OutputStream out) throws IOException {
    for (Path part : partsOf(table)) {
      Files.copy(part, out);
      Files.delete(part);
    }
  }

  private static <R, T extends Tally> long writeTallied(
      NationalTable<R, T> table, RunTotals totals, RunView view, OutputStream out)
      throws IOException {
    return write(table.table(), table.rows(totals.tally(table.counts()), view), out);
  }

  private static <R> long writeReference(ReferenceTable<R> table, RunView view, OutputStream out)
      throws IOException {
    return write(table.table(), table.rows(view), out);
  }

  private static <R> long write(Table<R> table, Stream<R> all, OutputStream out)
      throws IOException {
    try (TableWriter<R> rows = new TableWriter<>(keepOpen(out), table)) {
      rows.write(all);
      return rows.rows();
    }
  }

  private static Writer keepOpen(OutputStream out) {
    return new OutputStreamWriter(out, StandardCharsets.UTF_8) {
      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  /** A part being read, with its row that comes next. */
  private static final class Head {
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final int part;
    private CSVRecord row;

    Head(CSVParser parser, int part) {
      this.parser = parser;
      this.rows = parser.iterator();
      this.part = part;
      this.row = rows.next();
    }

    boolean advance() {
      if (rows.hasNext()) {
        row = rows.next();
        return true;
      }
      return false;
    }
  }

  /** Merges parts that are each in the order of source and line. */
  private void merge(Table<?> table, OutputStream out) throws IOException {
    PriorityQueue<Head> heads =
        new PriorityQueue<>(
            Comparator.comparing((Head head) -> CellWriter.textOf(head.row.get(0)))
                .thenComparingLong(head -> Long.parseLong(head.row.get(1)))
                .thenComparingInt(head -> head.part));
    try (CSVPrinter printer = new CSVPrinter(keepOpen(out), CellWriter.FORMAT)) {
      for (Path part : partsOf(table)) {
        heads.add(
            new Head(
                CSVParser.parse(part, StandardCharsets.UTF_8, CellWriter.FORMAT), heads.size()));
      }
      for (Head head = heads.poll(); head != null; head = heads.poll()) {
        printer.printRecord(head.row);
        if (head.advance()) {
          heads.add(head);
        } else {
          head.parser.close();
        }
      }
    }
  }
}
