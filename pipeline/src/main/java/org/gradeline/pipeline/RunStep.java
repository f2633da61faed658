package org.gradeline.pipeline;

import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;

/**
 * What a step of a run has made, which the next one goes on with.
 *
 * @param <T> what workers pass on
 */
abstract class RunStep<T> implements PInput, POutput {
  private final RunContext run;
  private final PCollection<T> made;
  private final TupleTag<T> tag = new TupleTag<>();

  RunStep(RunContext run, PCollection<T> made) {
    this.run = run;
    this.made = made;
  }

  final RunContext run() {
    return run;
  }

  final PCollection<T> made() {
    return made;
  }

  @Override
  public final Pipeline getPipeline() {
    return made.getPipeline();
  }

  @Override
  public final Map<TupleTag<?>, PValue> expand() {
    return Map.of(tag, made);
  }

  @Override
  public final void finishSpecifyingOutput(
      String transformName, PInput input, PTransform<?, ?> transform) {
    // What it holds was finished when it was made.
  }
}
