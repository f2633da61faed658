package org.gradeline.pipeline;

import java.util.Objects;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.reading.Slice;
import org.gradeline.reading.Source;

/**
 * Reads the records of inspections and visits from their files and normalises them. What is
 * rejected, repaired or doubted is written among the parts of the run. For example:
 *
 * <pre>{@code
 * Inspections inspections = pipeline.apply(ReadInspections.of(plan));
 * PCollection<Row> rows = inspections.rows();
 * }</pre>
 */
public final class ReadInspections extends PTransform<PBegin, Inspections> {
  private static final long serialVersionUID = 1L;

  /** Only the driver asks for it: it reaches workers as a side input. */
  private final transient RunPlan plan;

  private ReadInspections(RunPlan plan) {
    this.plan = plan;
  }

  /** Reads what a plan names, with its reference data. */
  public static ReadInspections of(RunPlan plan) {
    return new ReadInspections(plan);
  }

  @Override
  public Inspections expand(PBegin begin) {
    PCollectionView<RunPlan> planView =
        begin
            .apply(
                "Create run plan", Create.of(plan).withCoder(SerializableCoder.of(RunPlan.class)))
            .apply("View run plan", View.asSingleton());

    PCollection<Source> sources =
        begin.apply(
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

    return new Inspections(
        new RunContext(plan, planView, readView),
        Objects.requireNonNull(normalised.get(NormaliseRecords.BLOCKS))
            .setCoder(KvCoder.of(VarIntCoder.of(), ShuffledBlockCoder.of())));
  }
}
