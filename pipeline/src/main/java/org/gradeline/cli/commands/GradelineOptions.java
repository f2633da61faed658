package org.gradeline.cli.commands;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** How a run is cut up; what comes out does not depend on it. */
public interface GradelineOptions extends PipelineOptions {
  /** Into how many ranges the councils are cut; 0 for as many as the input calls for. */
  @Description("Into how many ranges the councils are cut; 0 for as many as the input calls for.")
  @Default.Integer(0)
  int getCouncilRanges();

  void setCouncilRanges(int ranges);

  /** About how many bytes of a large file one worker reads at a time; 0 for the default. */
  @Description("About how many bytes of a large file one worker reads at a time; 0 for 16 MiB.")
  @Default.Long(0)
  long getSliceBytes();

  void setSliceBytes(long bytes);
}
