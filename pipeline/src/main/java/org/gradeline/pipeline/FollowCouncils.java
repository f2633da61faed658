package org.gradeline.pipeline;

import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.gradeline.publishing.assembling.RunPart;

/**
 * Brings the records of each council together, follows it along every line, and writes its rows of
 * the tables among the parts of the run. For example:
 *
 * <pre>{@code
 * FollowedCouncils councils = inspections.apply(new FollowCouncils());
 * PCollection<Row> trajectories = councils.rows("trajectories");
 * }</pre>
 */
public final class FollowCouncils extends PTransform<Inspections, FollowedCouncils> {
  private static final long serialVersionUID = 1L;

  @Override
  public FollowedCouncils expand(Inspections inspections) {
    RunContext run = inspections.run();
    PCollection<KV<Integer, Iterable<ShuffledBlock>>> ranges =
        inspections.blocks().apply("Group by council range", GroupByKey.create());

    PCollection<RunPart> written =
        ranges
            .apply(
                "Write council tables",
                ParDo.of(new WriteCouncilTables(run.planView(), run.readView()))
                    .withSideInputs(run.planView(), run.readView()))
            .setCoder(RunPartCoder.of());

    return new FollowedCouncils(run, written);
  }
}
