package org.gradeline.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.gradeline.normalising.RecordBlock;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.assembling.TotalsParts;
import org.gradeline.reading.Slice;
import org.gradeline.reading.SliceReader;
import org.gradeline.tables.TableParts;

/**
 * Reads a slice of a source and normalises its records. Gives blocks of records by range of
 * councils, at least one a range, so that every council is met later; writes rejections, repairs
 * and warnings as it goes.
 */
final class NormaliseRecords extends DoFn<Slice, KV<Integer, RecordBlock>> {
  static final TupleTag<KV<Integer, RecordBlock>> BLOCKS = new TupleTag<>() {};
  static final TupleTag<RunTotals> TOTALS = new TupleTag<>() {};

  private static final long serialVersionUID = 1L;

  private final PCollectionView<RunPlan> planView;
  private final Counter slicesRead = Metrics.counter("gradeline", Progress.SLICES_READ);

  /**
   * @param planView the plan: as a side input, because the runner serialises a step with every
   *     bundle
   */
  NormaliseRecords(PCollectionView<RunPlan> planView) {
    this.planView = planView;
  }

  /** Reads one slice. */
  @ProcessElement
  public void read(ProcessContext context, @Element Slice slice, MultiOutputReceiver out)
      throws IOException {
    try {
      read(context.sideInput(planView), slice, out);
    } catch (Error e) {
      throw new StepFailure(e);
    }
    slicesRead.inc();
  }

  private static void read(RunPlan plan, Slice slice, MultiOutputReceiver out) throws IOException {
    Heartbeat heartbeat = new Heartbeat(Path.of(plan.totals()), name(slice));
    RunTotals totals;
    try (TableParts issues = new TableParts(Path.of(plan.parts()), name(slice))) {
      OutputReceiver<KV<Integer, RecordBlock>> blocks = out.get(BLOCKS);
      SliceNormalisation normalisation =
          new SliceNormalisation(
              plan, slice, issues, (range, block) -> blocks.output(KV.of(range, block)));
      Set<String> unknown =
          SliceReader.read(
              slice,
              plan.layouts(),
              entry -> {
                heartbeat.beat();
                normalisation.add(entry);
              });
      totals = normalisation.finish(unknown);
      totals.addRows(issues.finish());
    }
    TotalsParts.write(Path.of(plan.totals()), name(slice), totals);
    out.get(TOTALS).output(totals.withoutNames());
  }

  private static String name(Slice slice) {
    return "slice-%08d".formatted(slice.position());
  }
}
