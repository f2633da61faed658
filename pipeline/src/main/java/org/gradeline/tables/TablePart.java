package org.gradeline.tables;

import java.util.Comparator;
import org.gradeline.storage.Location;

/**
 * Rows of a table that a worker wrote, one after the other, into the file of all its rows.
 *
 * @param table name of the table
 * @param section the section of the table that they are in, see {@link CouncilTable#section}
 * @param worker what the rows are of: a slice or a range of councils
 * @param sequence their place among the parts of the worker, from 0
 * @param file the file of all rows of the worker
 * @param from where in the file they begin
 * @param bytes how many bytes they have
 * @param rows how many rows they are
 * @param checksum CRC-32C of the bytes
 */
public record TablePart(
    String table,
    String section,
    String worker,
    int sequence,
    Location file,
    long from,
    long bytes,
    long rows,
    int checksum) {
  /** The order in which the parts of a table follow each other. */
  public static final Comparator<TablePart> ORDER =
      Comparator.comparing(TablePart::section)
          .thenComparing(TablePart::worker)
          .thenComparingInt(TablePart::sequence);

  private static final String SLICE = "slice-";

  /**
   * The name of a worker that reads a slice. These names are in the order of the sources, and of a
   * source in that of its lines.
   *
   * @param source position of the source
   * @param from first byte of the slice
   */
  public static String ofSlice(int source, long from) {
    return SLICE + "%08d-%019d".formatted(source, from);
  }

  /** The name of a worker that follows a range of councils; these are in the order of ranges. */
  public static String ofRange(int range) {
    return "range-%08d".formatted(range);
  }

  /** Whether its rows follow those of the slices before, by source and line. */
  public boolean isOfSlice() {
    return worker.startsWith(SLICE);
  }
}
