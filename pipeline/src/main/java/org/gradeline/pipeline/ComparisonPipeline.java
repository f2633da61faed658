package org.gradeline.pipeline;

import java.io.IOException;
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
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.reading.Slice;
import org.gradeline.reading.Source;

/**
 * The way of the records: sources to slices, slices to blocks of normalised records, blocks to
 * ranges of councils, ranges to parts of the tables and national counts, which the publishing
 * brings together.
 */
public final class ComparisonPipeline {
  /** With more ranges, their counts are added up in groups first. */
  private static final int RANGES_IN_A_GROUP = 16;

  private ComparisonPipeline() {}

  /** Adds all steps of a run to a pipeline. */
  public static void build(Pipeline pipeline, RunPlan plan) {
    PCollectionView<RunPlan> planView =
        pipeline
            .apply(
                "Create run plan", Create.of(plan).withCoder(SerializableCoder.of(RunPlan.class)))
            .apply("View run plan", View.asSingleton());

    PCollection<Source> sources =
        pipeline.apply(
            "Create sources",
            Create.of(plan.sources()).withCoder(SerializableCoder.of(Source.class)));

    PCollection<Slice> slices =
        sources.apply("Find slices", new FindSlices(planView, plan.hasLargeSources()));

    PCollectionTuple normalised =
        slices.apply(
            "Normalise records",
            ParDo.of(new NormaliseRecords(planView))
                .withSideInputs(planView)
                .withOutputTags(NormaliseRecords.BLOCKS, TupleTagList.of(NormaliseRecords.READ)));

    PCollectionView<RunPart> readView =
        normalised
            .get(NormaliseRecords.READ)
            .setCoder(RunPartCoder.of())
            .apply("Add up what was read", Combine.globally(new AddUpReading()).asSingletonView());

    PCollection<KV<Integer, Iterable<ShuffledBlock>>> ranges =
        normalised
            .get(NormaliseRecords.BLOCKS)
            .setCoder(KvCoder.of(VarIntCoder.of(), ShuffledBlockCoder.of()))
            .apply("Group by council range", GroupByKey.create());

    PCollection<RunPart> written =
        ranges
            .apply(
                "Write council tables",
                ParDo.of(new WriteCouncilTables(planView, readView))
                    .withSideInputs(planView, readView))
            .setCoder(RunPartCoder.of());

    PCollection<RunPart> all =
        written.apply(
            "Count nationally",
            Combine.globally(new AddUpRunParts(planView, readView))
                .withoutDefaults()
                .withFanout(1 + plan.ranges() / RANGES_IN_A_GROUP)
                .withSideInputs(planView, readView));

    all.apply(
        "Commit run",
        ParDo.of(new CommitRun(planView, readView)).withSideInputs(planView, readView));
  }

  /**
   * What a run made, once its pipeline is done.
   *
   * @throws IOException when it cannot be read
   */
  public static RunPart result(RunPlan plan) throws IOException {
    return CommitRun.read(plan.places().result());
  }
}
