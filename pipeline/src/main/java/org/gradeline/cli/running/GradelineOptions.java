package org.gradeline.cli.running;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * How a run divides its work: {@code -- --councilRanges=16 --sliceBytes=4000000}. What it publishes
 * does not depend on it.
 */
public interface GradelineOptions extends PipelineOptions {
  /** The number of ranges that the councils are divided into; 0 lets the input's size decide. */
  @Description(
      "Number of ranges that the councils are divided into; 0 lets the input's size decide.")
  @Default.Integer(0)
  int getCouncilRanges();

  void setCouncilRanges(int ranges);

  /** The number of bytes of a large file that one worker reads at a time; 0 for the default. */
  @Description("Number of bytes of a large file that one worker reads at a time; 0 for 16 MiB.")
  @Default.Long(0)
  long getSliceBytes();

  void setSliceBytes(long bytes);

  /** For how many seconds no step of the run may get any further before the run is ended. */
  @Description("Number of seconds after which a run that gets no further is ended.")
  @Default.Integer(600)
  int getMaxStallSeconds();

  void setMaxStallSeconds(int seconds);
}
