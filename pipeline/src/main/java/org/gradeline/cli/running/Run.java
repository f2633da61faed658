package org.gradeline.cli.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.messages.Version;
import org.gradeline.pipeline.ComparisonPipeline;
import org.gradeline.pipeline.Progress;
import org.gradeline.pipeline.RunPlan;
import org.gradeline.publishing.Publication;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.assembling.TotalsParts;
import org.gradeline.publishing.checks.Requirements;
import org.gradeline.publishing.describing.RunManifest;
import org.gradeline.reading.LeftOut;
import org.gradeline.reading.Slices;
import org.gradeline.reading.Source;
import org.gradeline.reading.SourceStamps;
import org.gradeline.tables.RunView;
import org.joda.time.Duration;

/**
 * One run of the pipeline, from the sources to the staged reports.
 *
 * <pre>{@code
 * Run.Outcome outcome = new Run(request).stage(work, staging, requirements, share -> {});
 * }</pre>
 */
public final class Run {
  private static final long SLICE_BYTES = 16L << 20;
  private static final long BYTES_PER_RANGE = 4L << 20;
  private static final int MAX_RANGES = 64;
  private static final Duration POLL = Duration.millis(200);

  private final RunRequest request;
  private final SourceStamps stamps;
  private final GradelineOptions options;

  /**
   * What a run made.
   *
   * @param totals everything that was counted
   * @param view the view of the run
   * @param staged what was staged
   * @param sources the tables of records
   * @param leftOut files and sheets that were not read
   */
  public record Outcome(
      RunTotals totals,
      RunView view,
      Publication.Staged staged,
      List<Source> sources,
      List<LeftOut> leftOut) {
    /** The tables' files. */
    public List<PublishedFile> files() {
      return staged.files();
    }
  }

  /**
   * @throws UsageException when Beam does not know one of the options for it
   */
  public Run(RunRequest request) throws UsageException {
    this.request = request;
    this.stamps = SourceStamps.of(request.sources());
    this.options = beamOptions(request.beam());
  }

  /**
   * Beam's options, with defaults of our own. The runner's checks are for tests: they cost more
   * than the work. With more workers than cores, one of them only asks again and again for work.
   */
  private static GradelineOptions beamOptions(List<String> beam) throws UsageException {
    List<String> all = new ArrayList<>(beam);
    Map<String, String> defaults =
        Map.of(
            "--enforceImmutability", "false",
            "--enforceEncodability", "false",
            "--targetParallelism", Integer.toString(Runtime.getRuntime().availableProcessors()));
    defaults.forEach(
        (name, value) -> {
          if (beam.stream().noneMatch(option -> option.startsWith(name))) {
            all.add(name + "=" + value);
          }
        });
    try {
      PipelineOptionsFactory.register(GradelineOptions.class);
      PipelineOptionsFactory.register(DirectOptions.class);
      PipelineOptions options =
          PipelineOptionsFactory.fromArgs(all.toArray(new String[0])).create();
      options.as(DirectOptions.class).setBlockOnRun(false);
      if (options.getRunner().equals(DirectRunner.class) && options.getJobName() == null) {
        options.setJobName("gradeline");
      }
      return options.as(GradelineOptions.class);
    } catch (IllegalArgumentException e) {
      throw new UsageException("Beam does not accept an option after '--': " + e.getMessage());
    }
  }

  /**
   * Reads the records, follows the councils, counts, and stages the reports.
   *
   * @param work folder for the run's own files
   * @param staging folder that becomes the reports
   * @param requirements what must hold before the reports may be published
   * @param progress receives the share of the work that is done, from 0 to 1
   * @throws IOException when a file cannot be written, or a source changed while it was being read
   * @throws Publication.UnbalancedException when the ledger does not add up
   */
  public Outcome stage(Path work, Path staging, Requirements requirements, DoubleConsumer progress)
      throws IOException, Publication.UnbalancedException {
    Instant started = Instant.now();
    try (LibraryFolder libraries = LibraryFolder.in(work)) {
      libraries.loadSnappy();
      CompletableFuture<List<String>> hashes =
          CompletableFuture.supplyAsync(() -> Publication.hash(request.sources()));
      CompletableFuture<Void> prepared =
          CompletableFuture.runAsync(() -> prepare(libraries.path()));
      Path parts = work.resolve("parts");
      Path totalsParts = work.resolve("totals");
      RunPlan plan = plan(parts, totalsParts);
      Pipeline pipeline = Pipeline.create(options);
      ComparisonPipeline.build(pipeline, plan);
      await(pipeline.run(), plan, progress);
      List<String> inputHashes = hashes.join();
      requireUnchanged();
      RunTotals totals = TotalsParts.sum(totalsParts, plan::tallies);
      RunView view = plan.view(totals);
      prepared.join();
      RunManifest manifest =
          new RunManifest(
              Version.number(), request.optionsInForce(), started, inputHashes, request.leftOut());
      return new Outcome(
          totals,
          view,
          Publication.stage(
              parts, staging, request.sources(), totals, view, manifest, requirements),
          request.sources(),
          request.leftOut());
    }
  }

  private static void prepare(Path libraries) {
    try {
      Publication.prepare(libraries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end of the pipeline, and stops it when it fails or would never end. */
  private void await(PipelineResult result, RunPlan plan, DoubleConsumer progress)
      throws IOException {
    Watchdog watchdog =
        new Watchdog(
            java.time.Duration.ofSeconds(options.getMaxStallSeconds()),
            Watchdog.Signs.of(() -> Progress.beats(plan)));
    boolean direct = options.getRunner().equals(DirectRunner.class);
    try {
      while (result.waitUntilFinish(POLL) == null || !result.getState().isTerminal()) {
        double share = Progress.of(result, plan);
        progress.accept(share);
        if (direct) {
          watchdog.observe(share);
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      stop(result, e);
      throw e;
    }
  }

  /** Workers that go on would need memory and files that the end of the run needs. */
  private static void stop(PipelineResult result, Throwable failure) {
    try {
      result.cancel();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private void requireUnchanged() throws IOException {
    List<String> changed = stamps.changed();
    if (!changed.isEmpty()) {
      throw new IOException(
          String.join(", ", changed)
              + " changed while it was being read. Run again when nothing is writing to it.");
    }
  }

  private RunPlan plan(Path parts, Path totals) {
    long sliceBytes = options.getSliceBytes() > 0 ? options.getSliceBytes() : SLICE_BYTES;
    return new RunPlan(
        request.reference(),
        request.sources(),
        request.layouts(),
        Slices.of(request.sources(), sliceBytes, request.layouts()),
        options.getCouncilRanges() > 0 ? options.getCouncilRanges() : ranges(),
        parts.toString(),
        totals.toString(),
        request.asAt(),
        request.publishedBy(),
        Version.today());
  }

  /**
   * Few ranges, because each is a bundle of its own; but enough of them for each to fit into
   * memory.
   */
  private int ranges() {
    long bytes = request.sources().stream().mapToLong(Source::bytes).sum();
    long wanted = Math.max(Runtime.getRuntime().availableProcessors(), bytes / BYTES_PER_RANGE);
    return (int) Math.min(MAX_RANGES, wanted);
  }
}
