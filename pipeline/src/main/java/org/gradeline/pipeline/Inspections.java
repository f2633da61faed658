package org.gradeline.pipeline;

import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TupleTag;

/** The normalised records of a run, as {@link ReadInspections} has read them. */
public final class Inspections implements RunStep {
  private final RunContext run;
  private final PCollection<KV<Integer, ShuffledBlock>> blocks;

  Inspections(RunContext run, PCollection<KV<Integer, ShuffledBlock>> blocks) {
    this.run = run;
    this.blocks = blocks;
  }

  /** The fields of {@link #rows()}. */
  public static Schema schema() {
    return InspectionRows.SCHEMA;
  }

  /**
   * The accepted inspections, one row a record, in no order. Records of the same inspection are not
   * brought together yet.
   */
  public PCollection<Row> rows() {
    return blocks
        .apply(
            "Rows of inspections",
            ParDo.of(new InspectionRows(run.planView())).withSideInputs(run.planView()))
        .setRowSchema(InspectionRows.SCHEMA);
  }

  /** Goes on with the next step, under its own name. */
  public FollowedCouncils apply(FollowCouncils step) {
    return apply(step.getName(), step);
  }

  /** Goes on with the next step. */
  public FollowedCouncils apply(String name, FollowCouncils step) {
    return Pipeline.applyTransform(name, this, step);
  }

  RunContext run() {
    return run;
  }

  PCollection<KV<Integer, ShuffledBlock>> blocks() {
    return blocks;
  }

  @Override
  public Pipeline getPipeline() {
    return blocks.getPipeline();
  }

  @Override
  public Map<TupleTag<?>, PValue> expand() {
    return blocks.expand();
  }
}
