package org.gradeline.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.gradeline.publishing.RunTotals;

/** Writes the totals of the whole run to the file where the publishing finds them. */
final class WriteTotals extends DoFn<RunTotals, Void> {
  private static final long serialVersionUID = 1L;

  private final RunPlan plan;
  private final PCollectionView<RunTotals> read;

  WriteTotals(RunPlan plan, PCollectionView<RunTotals> read) {
    this.plan = plan;
    this.read = read;
  }

  /** Writes the one element there is. */
  @ProcessElement
  public void write(ProcessContext context) throws IOException {
    RunTotals totals = new RunTotals();
    totals.merge(context.sideInput(read));
    totals.merge(context.element());
    totals.write(Path.of(plan.totals()));
  }
}
