package org.gradeline.pipeline;

import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;

/** How far a run has come, told by its counters. */
public final class Progress {
  static final String BYTES_READ = "bytes_read";
  static final String RANGES_WRITTEN = "ranges_written";

  private Progress() {}

  /**
   * The share of the work that is done: one half is reading, the other half following the councils.
   *
   * @return 0 to 1
   */
  public static double of(PipelineResult result, RunPlan plan) {
    double read = (double) count(result, BYTES_READ) / Math.max(1, plan.bytes());
    double written = (double) count(result, RANGES_WRITTEN) / plan.ranges();
    return Math.min(1, (read + written) / 2);
  }

  /** A number that changes as long as any step is at work, also when {@link #of} does not. */
  public static long beats(RunPlan plan) {
    return Heartbeat.sum(plan.places().heartbeats());
  }

  private static long count(PipelineResult result, String name) {
    MetricsFilter filter =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.named(RecordMetrics.NAMESPACE, name))
            .build();
    long count = 0;
    for (MetricResult<Long> counter : result.metrics().queryMetrics(filter).getCounters()) {
      count += counter.getAttempted();
    }
    return count;
  }
}
