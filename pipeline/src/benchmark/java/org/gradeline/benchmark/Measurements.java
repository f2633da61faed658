package org.gradeline.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.gradeline.benchmark.MeasuredProcess.Finished;

/** What several runs of one program took. */
final class Measurements {
  private final List<Finished> runs = new ArrayList<>();

  void add(Finished run) {
    runs.add(run);
  }

  /** The median of the times on the clock. */
  double seconds() {
    return median(Finished::seconds);
  }

  /** The median of the processor seconds. */
  double processorSeconds() {
    return median(Finished::processorSeconds);
  }

  /** The most memory that a run held, in MiB. */
  long peakMegabytes() {
    return runs.stream().mapToLong(Finished::peakKilobytes).max().orElse(0) / 1024;
  }

  private double median(ToDoubleFunction<Finished> value) {
    double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%7.1f s %8.1f processor seconds %7d MiB at most",
        seconds(),
        processorSeconds(),
        peakMegabytes());
  }
}
