package org.gradeline.pipeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.Row;
import org.gradeline.publishing.assembling.NationalRows;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.publishing.assembling.RunResult;
import org.gradeline.tables.RunView;

/** Makes the rows of a national table from what was counted. */
final class CountedRows extends DoFn<RunPart, Row> {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final TableRows rows;
  private final PCollectionView<RunPlan> planView;
  private final PCollectionView<RunPart> readView;

  /**
   * @param table name of the table
   * @param rows how its rows are read
   * @param planView the plan of the run
   * @param readView what was read
   */
  CountedRows(
      String table,
      TableRows rows,
      PCollectionView<RunPlan> planView,
      PCollectionView<RunPart> readView) {
    this.table = table;
    this.rows = rows;
    this.planView = planView;
    this.readView = readView;
  }

  /** Makes all rows. */
  @ProcessElement
  public void make(ProcessContext context, @Element RunPart counted, OutputReceiver<Row> out)
      throws IOException {
    RunView view = context.sideInput(planView).view(context.sideInput(readView).totals());
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    try (NationalRows national = new NationalRows(RunResult.of(counted, view), view)) {
      national.write(table, csv);
    }
    rows.read(new ByteArrayInputStream(csv.toByteArray()), out::output);
  }
}
