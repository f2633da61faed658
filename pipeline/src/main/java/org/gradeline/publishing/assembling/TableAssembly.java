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
import org.gradeline.tables.CouncilTable;
import org.gradeline.tables.NationalTable;
import org.gradeline.tables.QualityIssueTable;
import org.gradeline.tables.RowWriter;
import org.gradeline.tables.RunTable;
import org.gradeline.tables.RunView;
import org.gradeline.tables.TableSchema;

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
  private interface Making {
    PublishedFile make() throws IOException;
  }

  private interface Body {
    /** Writes all rows and returns how many there are. */
    long write(OutputStream out) throws IOException;
  }

  /**
   * Makes all tables but those on the run as a whole, at the same time, and gives them in the order
   * of the catalogue.
   */
  public List<PublishedFile> assemble(RunTotals totals, RunView view) throws IOException {
    Catalogue catalogue = Catalogue.of(view.reference());
    List<Making> makings = new ArrayList<>();
    for (CouncilTable table : catalogue.councilTables()) {
      makings.add(() -> fromParts(table.schema(), totals));
    }
    for (NationalTable<?> table : catalogue.nationalTables()) {
      makings.add(() -> file(table.schema(), out -> writeTallied(table, totals, view, out)));
    }
    for (QualityIssueTable<?> table : catalogue.qualityIssueTables()) {
      makings.add(() -> fromParts(table.schema(), totals));
    }
    return make(makings);
  }

  /**
   * Makes the tables on the run as a whole, whose parts were written after the others were made.
   */
  public List<PublishedFile> assembleRunTables(RunTotals totals, RunView view) throws IOException {
    List<Making> makings = new ArrayList<>();
    for (RunTable<?> table : Catalogue.of(view.reference()).runTables()) {
      makings.add(() -> fromParts(table.schema(), totals));
    }
    return make(makings);
  }

  private static List<PublishedFile> make(List<Making> makings) throws IOException {
    try {
      return makings.parallelStream().map(TableAssembly::make).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static PublishedFile make(Making making) {
    try {
      return making.make();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the file of a table from its parts. */
  public PublishedFile fromParts(TableSchema schema, RunTotals totals) throws IOException {
    return file(
        schema,
        out -> {
          if (schema.interleaved()) {
            merge(schema, out);
          } else {
            concatenate(schema, out);
          }
          return totals.rows(schema.name());
        });
  }

  private PublishedFile file(TableSchema schema, Body body) throws IOException {
    Path file = target.resolve(schema.path());
    Files.createDirectories(target.resolve(schema.folder()));
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (OutputStream plain = Files.newOutputStream(file);
        CountingOutputStream out =
            new CountingOutputStream(
                new DigestOutputStream(new BufferedOutputStream(plain, 1 << 16), digest))) {
      out.write((String.join(",", schema.header()) + "\n").getBytes(StandardCharsets.UTF_8));
      long rows = body.write(out);
      out.flush();
      return new PublishedFile(
          schema.path(), rows, out.getByteCount(), Hex.encodeHexString(digest.digest()));
    }
  }

  private List<Path> partsOf(TableSchema schema) throws IOException {
    Path folder = parts.resolve(schema.name());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private void concatenate(TableSchema schema, OutputStream out) throws IOException {
    for (Path part : partsOf(schema)) {
      Files.copy(part, out);
      Files.delete(part);
    }
  }

  private static <T extends Tally<T>> long writeTallied(
      NationalTable<T> table, RunTotals totals, RunView view, OutputStream out) throws IOException {
    try (RowWriter rows = new RowWriter(keepOpen(out), table.schema())) {
      table.write(totals.tally(table.counts()), view, rows);
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
  private void merge(TableSchema schema, OutputStream out) throws IOException {
    PriorityQueue<Head> heads =
        new PriorityQueue<>(
            Comparator.comparing((Head head) -> RowWriter.textOf(head.row.get(0)))
                .thenComparingLong(head -> Long.parseLong(head.row.get(1)))
                .thenComparingInt(head -> head.part));
    try (CSVPrinter printer = new CSVPrinter(keepOpen(out), RowWriter.FORMAT)) {
      for (Path part : partsOf(schema)) {
        heads.add(
            new Head(
                CSVParser.parse(part, StandardCharsets.UTF_8, RowWriter.FORMAT), heads.size()));
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
