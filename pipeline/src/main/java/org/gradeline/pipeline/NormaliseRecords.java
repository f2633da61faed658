package org.gradeline.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.gradeline.normalising.RecordBlock;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.reading.Slice;
import org.gradeline.reading.SliceReader;
import org.gradeline.tables.TablePart;
import org.gradeline.tables.TableParts;
import org.jspecify.annotations.Nullable;

/**
 * Reads a slice of a source and normalises its records. Gives blocks of records by range of
 * councils, at least one a range, so that every council is met later; writes rejections, repairs
 * and warnings as it goes.
 */
final class NormaliseRecords extends DoFn<Slice, KV<Integer, ShuffledBlock>> {
  static final TupleTag<KV<Integer, ShuffledBlock>> BLOCKS = new TupleTag<>() {};
  static final TupleTag<RunPart> READ = new TupleTag<>() {};

  private static final long serialVersionUID = 1L;

  private final PCollectionView<RunPlan> planView;
  private final Counter bytesRead = Metrics.counter(RecordMetrics.NAMESPACE, Progress.BYTES_READ);

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
      out.get(READ).output(read(context.sideInput(planView), slice, out.get(BLOCKS)));
    } catch (Error e) {
      throw new StepFailure(e);
    }
    bytesRead.inc(slice.bytes());
  }

  private static RunPart read(
      RunPlan plan, Slice slice, OutputReceiver<KV<Integer, ShuffledBlock>> out)
      throws IOException {
    RunPlan.Places places = plan.places();
    Heartbeat heartbeat = new Heartbeat(places.heartbeats(), name(slice));
    try (TableParts issues = new TableParts(places.parts(), name(slice));
        BlockFile file = places.blocks() == null ? null : new BlockFile(places.blocks())) {
      SliceNormalisation normalisation =
          new SliceNormalisation(
              plan,
              slice,
              issues,
              (range, block) -> out.output(KV.of(range, shuffled(block, file))));
      Set<String> unknown =
          SliceReader.read(
              slice,
              plan.layouts(),
              entry -> {
                heartbeat.beat();
                normalisation.add(entry);
              });
      RunTotals totals = normalisation.finish(unknown);
      List<TablePart> parts = issues.finish();
      totals.addRows(parts);
      RecordMetrics.count(totals.ledger(), plan);
      return new RunPart(totals, List.of(), parts);
    }
  }

  private static ShuffledBlock shuffled(RecordBlock block, @Nullable BlockFile file) {
    if (file == null || block.isEmpty()) {
      return new ShuffledBlock.Carried(block);
    }
    try {
      return file.add(block);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Slice slice) {
    return TablePart.ofSlice(slice.source().position(), slice.from());
  }
}
