package org.gradeline.publishing.assembling;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.apache.commons.io.output.CountingOutputStream;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.CellWriter;
import org.gradeline.tables.CouncilTable;
import org.gradeline.tables.NationalTable;
import org.gradeline.tables.QualityIssueTable;
import org.gradeline.tables.ReferenceTable;
import org.gradeline.tables.RunView;
import org.gradeline.tables.Table;
import org.gradeline.tables.TablePart;
import org.gradeline.tables.TableWriter;

/**
 * Makes the files of tables in the staging folder: from the parts that workers wrote, and from the
 * national tallies. Closing it deletes what it copied, not the files.
 */
public final class TableAssembly implements Closeable {
  private final PartFiles partFiles = new PartFiles();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  private final Path target;

  /**
   * @param target folder that becomes the reports
   */
  public TableAssembly(Path target) {
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
   * A table whose file is being made.
   *
   * @param table the table
   * @param file its file, once it is there
   */
  public record Assembling(Table<?> table, CompletableFuture<PublishedFile> file) {
    /**
     * Its file; waits for it.
     *
     * @throws IOException when it could not be made
     */
    public PublishedFile await() throws IOException {
      try {
        return file.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof UncheckedIOException failure) {
          throw failure.getCause();
        }
        throw e;
      }
    }
  }

  /**
   * Begins all tables but those on the run as a whole, in the order of the catalogue, and goes on
   * with them side by side.
   */
  public List<Assembling> assemble(RunResult result, RunView view) {
    Map<String, List<TablePart>> parts =
        result.tableParts().stream()
            .collect(Collectors.groupingBy(TablePart::table, TreeMap::new, Collectors.toList()));
    Catalogue catalogue = Catalogue.of(view.reference());
    NationalRows national = new NationalRows(result, view, partFiles);
    List<Assembling> tables = new ArrayList<>();
    for (CouncilTable<?> table : catalogue.councilTables()) {
      tables.add(begin(table.table(), () -> fromParts(table.table(), parts)));
    }
    for (NationalTable<?> table : catalogue.nationalTables()) {
      tables.add(
          begin(table.table(), () -> file(table.table(), out -> national.write(table, out))));
    }
    for (ReferenceTable<?> table : catalogue.referenceTables()) {
      tables.add(
          begin(table.table(), () -> file(table.table(), out -> writeReference(table, view, out))));
    }
    for (QualityIssueTable<?> table : catalogue.qualityIssueTables()) {
      tables.add(begin(table.table(), () -> fromParts(table.table(), parts)));
    }
    return tables;
  }

  private Assembling begin(Table<?> table, FileTask task) {
    return new Assembling(
        table,
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return task.make();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            workers));
  }

  private PublishedFile fromParts(Table<?> table, Map<String, List<TablePart>> parts)
      throws IOException {
    return fromParts(table, parts.getOrDefault(table.name(), List.of()));
  }

  /** Makes the file of a table from its parts, which may be in any order. */
  public PublishedFile fromParts(Table<?> table, List<TablePart> parts) throws IOException {
    List<TablePart> inOrder = parts.stream().sorted(TablePart.ORDER).toList();
    return file(
        table,
        out -> {
          if (table.interleaved() && !inOrder.stream().allMatch(TablePart::isOfSlice)) {
            merge(inOrder, out);
          } else {
            partFiles.copy(inOrder, out);
          }
          return inOrder.stream().mapToLong(TablePart::rows).sum();
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

  private static <R> long writeReference(ReferenceTable<R> table, RunView view, OutputStream out)
      throws IOException {
    return TableWriter.write(table.table(), table.rows(view), out);
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

  /**
   * Merges rows by source and line. Those of the slices are in this order already, and so are those
   * of each range of councils.
   */
  private void merge(List<TablePart> parts, OutputStream out) throws IOException {
    Map<String, List<TablePart>> streams =
        parts.stream()
            .collect(
                Collectors.groupingBy(
                    part -> part.isOfSlice() ? "" : part.worker(),
                    TreeMap::new,
                    Collectors.toList()));
    PriorityQueue<Head> heads =
        new PriorityQueue<>(
            Comparator.comparing((Head head) -> CellWriter.textOf(head.row.get(0)))
                .thenComparingLong(head -> Long.parseLong(head.row.get(1)))
                .thenComparingInt(head -> head.part));
    try (CSVPrinter printer =
        new CSVPrinter(
            new OutputStreamWriter(CloseShieldOutputStream.wrap(out), StandardCharsets.UTF_8),
            CellWriter.FORMAT)) {
      for (List<TablePart> stream : streams.values()) {
        heads.add(
            new Head(
                CellWriter.FORMAT.parse(
                    new BufferedReader(
                        new InputStreamReader(partFiles.open(stream), StandardCharsets.UTF_8))),
                heads.size()));
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

  /** Ends what has not begun, where a table could not be made. */
  @Override
  public void close() throws IOException {
    workers.shutdownNow();
    partFiles.close();
  }
}
