package org.gradeline.pipeline;

import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.Row;
import org.gradeline.publishing.assembling.PartFiles;
import org.gradeline.publishing.assembling.RunPart;

/** Reads the rows of a table that a worker has written. */
final class ReadTableParts extends DoFn<RunPart, Row> {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final TableRows rows;

  /**
   * @param table name of the table
   * @param rows how its rows are read
   */
  ReadTableParts(String table, TableRows rows) {
    this.table = table;
    this.rows = rows;
  }

  /** Reads the rows of one worker. */
  @ProcessElement
  public void read(@Element RunPart written, OutputReceiver<Row> out) throws IOException {
    try (PartFiles files = new PartFiles()) {
      rows.read(
          files.open(
              written.tableParts().stream().filter(part -> part.table().equals(table)).toList()),
          out::output);
    }
  }
}
