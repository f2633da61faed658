package org.gradeline.pipeline;

import java.io.IOException;
import org.apache.beam.sdk.Pipeline;
import org.gradeline.publishing.assembling.RunPart;

/**
 * The way of the records: inspections are read, councils followed, counts added up, and the run
 * committed, which the publishing brings together.
 */
public final class ComparisonPipeline {
  private ComparisonPipeline() {}

  /** Adds all steps of a run to a pipeline. */
  public static void build(Pipeline pipeline, RunPlan plan) {
    pipeline
        .apply("Read inspections", ReadInspections.of(plan))
        .apply("Follow councils", new FollowCouncils())
        .apply("Count nationally", new CountNationally())
        .commit();
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
