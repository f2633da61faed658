package org.gradeline.pipeline;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;
import org.gradeline.normalising.RecordBlock;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.reading.Slice;

/**
 * The way of the records: slices of files to blocks of normalised records, blocks to ranges of
 * councils, ranges to parts of the tables and of the national tallies, which the publishing brings
 * together.
 */
public final class ComparisonPipeline {
  private ComparisonPipeline() {}

  /** Adds all steps of a run to a pipeline. */
  public static void build(Pipeline pipeline, RunPlan plan) {
    PCollectionView<RunPlan> planView =
        pipeline
            .apply(
                "Create run plan", Create.of(plan).withCoder(SerializableCoder.of(RunPlan.class)))
            .apply("View run plan", View.asSingleton());

    PCollection<Slice> slices =
        pipeline.apply(
            "Create file slices",
            Create.of(plan.slices()).withCoder(SerializableCoder.of(Slice.class)));

    PCollectionTuple normalised =
        slices.apply(
            "Normalise records",
            ParDo.of(new NormaliseRecords(planView))
                .withSideInputs(planView)
                .withOutputTags(NormaliseRecords.BLOCKS, TupleTagList.of(NormaliseRecords.TOTALS)));

    PCollectionView<RunTotals> readTotalsView =
        normalised
            .get(NormaliseRecords.TOTALS)
            .setCoder(SerializableCoder.of(RunTotals.class))
            .apply("Sum up what was read", Combine.globally(new MergeTotals()).asSingletonView());

    PCollection<KV<Integer, Iterable<RecordBlock>>> ranges =
        normalised
            .get(NormaliseRecords.BLOCKS)
            .setCoder(KvCoder.of(VarIntCoder.of(), RecordBlockCoder.of()))
            .apply("Group by council range", GroupByKey.create());

    ranges.apply(
        "Write council tables",
        ParDo.of(new WriteCouncilTables(planView, readTotalsView))
            .withSideInputs(planView, readTotalsView));
  }
}
