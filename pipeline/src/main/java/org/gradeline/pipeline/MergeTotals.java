package org.gradeline.pipeline;

import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.gradeline.publishing.assembling.RunTotals;

/** Merges the totals of all parts of a run. */
final class MergeTotals extends Combine.CombineFn<RunTotals, RunTotals, RunTotals> {
  private static final long serialVersionUID = 1L;

  @Override
  public RunTotals createAccumulator() {
    return new RunTotals();
  }

  @Override
  public RunTotals addInput(RunTotals accumulator, RunTotals input) {
    accumulator.merge(input);
    return accumulator;
  }

  @Override
  public RunTotals mergeAccumulators(Iterable<RunTotals> accumulators) {
    RunTotals merged = createAccumulator();
    accumulators.forEach(merged::merge);
    return merged;
  }

  @Override
  public RunTotals extractOutput(RunTotals accumulator) {
    return accumulator;
  }

  @Override
  public Coder<RunTotals> getAccumulatorCoder(CoderRegistry registry, Coder<RunTotals> inputCoder)
      throws CannotProvideCoderException {
    return SerializableCoder.of(RunTotals.class);
  }
}
