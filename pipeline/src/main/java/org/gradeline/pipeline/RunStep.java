package org.gradeline.pipeline;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;

/** What a step of a run has made, which the next one goes on with. */
interface RunStep extends PInput, POutput {
  @Override
  default void finishSpecifyingOutput(
      String transformName, PInput input, PTransform<?, ?> transform) {
    // What it holds was finished when it was made.
  }
}
