package org.gradeline.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.CombineWithContext.CombineFnWithContext;
import org.apache.beam.sdk.transforms.CombineWithContext.Context;
import org.apache.beam.sdk.values.PCollectionView;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.RunView;

/**
 * Adds up what workers made of their ranges. The counts of several ranges are added together: each
 * time the tallies of the run are made anew, so that none of the reference data travels.
 */
final class AddUpRunParts extends CombineFnWithContext<RunPart, RunPart, RunPart> {
  private static final long serialVersionUID = 1L;

  /** So many counts wait to be added up at once: making the tallies costs as much as adding. */
  private static final int WAITING = 16;

  private final PCollectionView<RunPlan> planView;
  private final PCollectionView<RunPart> readView;

  /**
   * @param planView the plan of the run
   * @param readView what was read
   */
  AddUpRunParts(PCollectionView<RunPlan> planView, PCollectionView<RunPart> readView) {
    this.planView = planView;
    this.readView = readView;
  }

  @Override
  public RunPart createAccumulator(Context context) {
    return RunPart.empty();
  }

  @Override
  public RunPart addInput(RunPart accumulator, RunPart input, Context context) {
    RunPart sum = accumulator.plus(input);
    return sum.counts().size() > WAITING ? addUp(sum, context) : sum;
  }

  @Override
  public RunPart mergeAccumulators(Iterable<RunPart> accumulators, Context context) {
    RunPart sum = RunPart.empty();
    for (RunPart each : accumulators) {
      sum = addInput(sum, each, context);
    }
    return sum;
  }

  @Override
  public RunPart extractOutput(RunPart accumulator, Context context) {
    return addUp(accumulator, context);
  }

  private RunPart addUp(RunPart sum, Context context) {
    RunPlan plan = context.sideInput(planView);
    RunView view = plan.view(context.sideInput(readView).totals());
    try {
      return sum.addedUp(Catalogue.of(plan.reference()).tallies(view));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Coder<RunPart> getAccumulatorCoder(CoderRegistry registry, Coder<RunPart> inputCoder) {
    return Objects.requireNonNull(inputCoder);
  }
}
