package org.gradeline.pipeline;

import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.gradeline.publishing.assembling.RunPart;

/**
 * Adds up what was counted of all councils. For example:
 *
 * <pre>{@code
 * NationalCounts counts = councils.apply(new CountNationally());
 * PCollection<Row> distributions = counts.rows("distributions");
 * }</pre>
 */
public final class CountNationally extends PTransform<FollowedCouncils, NationalCounts> {
  private static final long serialVersionUID = 1L;

  /** With more ranges, their counts are added up in groups first. */
  private static final int RANGES_IN_A_GROUP = 16;

  @Override
  public NationalCounts expand(FollowedCouncils councils) {
    RunContext run = councils.run();
    return new NationalCounts(
        run,
        councils
            .parts()
            .apply(
                "Add up counts",
                Combine.<RunPart, RunPart>globally(
                        new AddUpRunParts(run.planView(), run.readView()))
                    .withoutDefaults()
                    .withFanout(1 + run.plan().ranges() / RANGES_IN_A_GROUP)
                    .withSideInputs(run.planView(), run.readView())));
  }
}
