package org.gradeline.pipeline;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;
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
    PCollectionView<RunPlan> known =
        pipeline
            .apply(
                "Take what every step is told",
                Create.of(plan).withCoder(SerializableCoder.of(RunPlan.class)))
            .apply("Tell every step", View.asSingleton());

    PCollectionTuple normalised =
        pipeline
            .apply(
                "Name the slices of all files",
                Create.of(plan.slices()).withCoder(SerializableCoder.of(Slice.class)))
            .apply(
                "Read and normalise their records",
                ParDo.of(new NormaliseRecords(known))
                    .withSideInputs(known)
                    .withOutputTags(
                        NormaliseRecords.BLOCKS, TupleTagList.of(NormaliseRecords.TOTALS)));

    PCollectionView<RunTotals> read =
        normalised
            .get(NormaliseRecords.TOTALS)
            .setCoder(SerializableCoder.of(RunTotals.class))
            .apply("Count what was read", Combine.globally(new MergeTotals()).asSingletonView());

    normalised
        .get(NormaliseRecords.BLOCKS)
        .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()))
        .apply("Bring the councils of each range together", GroupByKey.create())
        .apply(
            "Follow each council, write its rows and count it",
            ParDo.of(new WriteCouncilTables(known, read)).withSideInputs(known, read));
  }
}
