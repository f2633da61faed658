package org.gradeline.publishing.assembling;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.gradeline.statistics.Tally;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.GatheredTable;
import org.gradeline.tables.NationalTable;
import org.gradeline.tables.RunView;
import org.gradeline.tables.TableWriter;
import org.gradeline.tables.TalliedTable;

/**
 * Makes the rows of national tables from what a run has counted and gathered. Closing it deletes
 * what it copied. Safe for many threads.
 */
public final class NationalRows implements Closeable {
  private final RunResult result;
  private final RunView view;
  private final PartFiles partFiles;

  /**
   * @param result what the run made
   * @param view the view of the run
   */
  public NationalRows(RunResult result, RunView view) {
    this(result, view, new PartFiles());
  }

  NationalRows(RunResult result, RunView view, PartFiles partFiles) {
    this.result = result;
    this.view = view;
    this.partFiles = partFiles;
  }

  /**
   * Writes the rows of a table, without the header.
   *
   * @param name name of a national table
   * @throws IOException when what was gathered cannot be read
   */
  public void write(String name, OutputStream out) throws IOException {
    for (NationalTable<?> table : Catalogue.of(view.reference()).nationalTables()) {
      if (table.table().name().equals(name)) {
        write(table, out);
      }
    }
  }

  /** Writes the rows of a table, and returns how many there are. */
  <R> long write(NationalTable<R> table, OutputStream out) throws IOException {
    if (table instanceof GatheredTable<R> gathered) {
      return TableWriter.write(table.table(), gathered.rows(gathered(table), view), out);
    }
    return writeTallied((TalliedTable<R, ?>) table, out);
  }

  private List<InputStream> gathered(NationalTable<?> table) {
    return result.tableParts().stream()
        .filter(part -> part.table().equals(table.table().name()))
        .map(part -> partFiles.open(List.of(part)))
        .toList();
  }

  private <R, T extends Tally> long writeTallied(TalliedTable<R, T> table, OutputStream out)
      throws IOException {
    return TableWriter.write(table.table(), table.rows(result.tally(table.counts()), view), out);
  }

  @Override
  public void close() throws IOException {
    partFiles.close();
  }
}
