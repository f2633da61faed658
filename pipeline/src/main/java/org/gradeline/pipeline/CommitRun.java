package org.gradeline.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.storage.Location;

/**
 * Says what the run made: which parts of the tables its workers committed, and what they counted.
 * Whoever publishes reads this alone, and never lists a folder, in which attempts that failed leave
 * files too.
 */
final class CommitRun extends DoFn<RunPart, Void> {
  private static final long serialVersionUID = 1L;
  private static final RunPartCoder CODER = RunPartCoder.of();

  private final PCollectionView<RunPlan> planView;
  private final PCollectionView<RunPart> readView;

  /**
   * @param planView the plan of the run
   * @param readView what was read
   */
  CommitRun(PCollectionView<RunPlan> planView, PCollectionView<RunPart> readView) {
    this.planView = planView;
    this.readView = readView;
  }

  /** Writes what was read and what was made of it. */
  @ProcessElement
  public void commit(ProcessContext context, @Element RunPart written) throws IOException {
    RunPart all = context.sideInput(readView).plus(written);
    try (OutputStream out = context.sideInput(planView).places().result().create()) {
      CODER.encode(all, out);
    }
  }

  /** Reads what a run made. */
  static RunPart read(Location result) throws IOException {
    try (InputStream in = result.open()) {
      return CODER.decode(in);
    }
  }
}
