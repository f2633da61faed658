package org.gradeline.pipeline;

import org.apache.beam.sdk.transforms.Combine.BinaryCombineFn;
import org.gradeline.publishing.assembling.RunPart;

/** Adds up what workers made of their slices, which has no counts of councils yet. */
final class AddUpReading extends BinaryCombineFn<RunPart> {
  private static final long serialVersionUID = 1L;

  @Override
  public RunPart apply(RunPart left, RunPart right) {
    return left.plus(right);
  }

  @Override
  public RunPart identity() {
    return RunPart.empty();
  }
}
