package org.gradeline.pipeline;

import java.io.IOException;
import java.io.InputStream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.Row;
import org.apache.commons.io.input.BoundedInputStream;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.tables.TablePart;

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
    for (TablePart part : written.tableParts()) {
      if (part.table().equals(table)) {
        try (InputStream file = part.file().openAt(part.from())) {
          rows.read(
              BoundedInputStream.builder().setInputStream(file).setMaxCount(part.bytes()).get(),
              out::output);
        }
      }
    }
  }
}
