package org.gradeline.cli.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.messages.Version;
import org.gradeline.pipeline.ComparisonPipeline;
import org.gradeline.pipeline.Progress;
import org.gradeline.pipeline.RunPlan;
import org.gradeline.publishing.Publication;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.publishing.assembling.RunResult;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.checks.Requirements;
import org.gradeline.publishing.describing.RunManifest;
import org.gradeline.reading.LeftOut;
import org.gradeline.reading.Source;
import org.gradeline.reading.SourceStamps;
import org.gradeline.storage.Location;
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
  /** Blocks of an input that is a larger part of the memory wait in files. */
  private static final int PART_OF_MEMORY = 4;

  private static final Duration POLL = Duration.millis(200);

  private final RunRequest request;
  private final SourceStamps stamps;
  private final GradelineOptions options;

  /**
   * What a run made.
   *
   * @param result what the run made
   * @param view the view of the run
   * @param staged what was staged
   * @param sources the tables of records
   * @param leftOut files and sheets that were not read
   */
  public record Outcome(
      RunResult result,
      RunView view,
      Publication.Staged staged,
      List<Source> sources,
      List<LeftOut> leftOut) {
    /** What was read and written. */
    public RunTotals totals() {
      return result.totals();
    }

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
    this.options = BeamOptions.of(request.beam());
  }

  /**
   * Reads the records, follows the councils, counts, and stages the reports.
   *
   * @param work folder for the run's own files
   * @param shared folder for what workers leave, which those of a cluster can reach
   * @param staging folder that becomes the reports
   * @param requirements what must hold before the reports may be published
   * @param progress receives the share of the work that is done, from 0 to 1
   * @throws IOException when a file cannot be written, or a source changed while it was being read
   * @throws Publication.UnbalancedException when the ledger does not add up
   */
  public Outcome stage(
      Path work, Location shared, Path staging, Requirements requirements, DoubleConsumer progress)
      throws IOException, Publication.UnbalancedException {
    Instant started = Instant.now();
    try (LibraryFolder libraries = LibraryFolder.in(work);
        WorkersFolder leftBehind = WorkersFolder.of(shared, options)) {
      libraries.loadSnappy();
      CompletableFuture<List<String>> hashes =
          CompletableFuture.supplyAsync(() -> Publication.hash(request.sources()));
      CompletableFuture<Void> prepared =
          CompletableFuture.runAsync(() -> prepare(libraries.path()));
      RunPlan plan = plan(work, leftBehind.folder());
      Pipeline pipeline = Pipeline.create(options);
      ComparisonPipeline.build(pipeline, plan);
      await(pipeline.run(), plan, progress);
      List<String> inputHashes = hashes.join();
      requireUnchanged();
      RunPart made = ComparisonPipeline.result(plan);
      RunView view = plan.view(made.totals());
      RunResult result = RunResult.of(made, view);
      prepared.join();
      RunManifest manifest =
          new RunManifest(
              Version.number(), request.optionsInForce(), started, inputHashes, request.leftOut());
      return new Outcome(
          result,
          view,
          Publication.stage(result, work, staging, request.sources(), view, manifest, requirements),
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
    Thread cancelling = new Thread(() -> stop(result, new IOException()));
    boolean direct = BeamOptions.isDirect(options);
    if (!direct) {
      // The workers of a cluster would go on when the command is interrupted.
      Runtime.getRuntime().addShutdownHook(cancelling);
    }
    try {
      while (result.waitUntilFinish(POLL) == null || !result.getState().isTerminal()) {
        double share = Progress.of(result, plan);
        progress.accept(share);
        if (direct) {
          watchdog.observe(share);
        }
      }
      requireDone(result);
    } catch (IOException | RuntimeException | Error e) {
      stop(result, e);
      throw e;
    }
    if (!direct) {
      Runtime.getRuntime().removeShutdownHook(cancelling);
    }
  }

  private static void requireDone(PipelineResult result) throws IOException {
    PipelineResult.State state = result.getState();
    if (state != PipelineResult.State.DONE) {
      String cause = RunnerCause.of(result);
      throw new IOException(
          "the runner ended the job as "
              + state
              + (cause.isEmpty() ? ". Its own pages and logs say why." : ": " + cause));
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

  private RunPlan plan(Path work, Location shared) {
    boolean direct = BeamOptions.isDirect(options);
    boolean stored = direct && bytes() > Runtime.getRuntime().maxMemory() / PART_OF_MEMORY;
    RunPlan.Places places =
        new RunPlan.Places(
            shared.resolve("parts"),
            shared.resolve("result"),
            stored ? shared.resolve("blocks") : null,
            direct ? Location.of(work.resolve("heartbeats")) : null);
    return new RunPlan(
        request.reference(),
        request.sources().stream().map(Source::absolute).toList(),
        request.layouts(),
        options.getSliceBytes() > 0 ? options.getSliceBytes() : RunPlan.USUAL_SLICE_BYTES,
        options.getCouncilRanges() > 0
            ? options.getCouncilRanges()
            : RunPlan.usualRanges(request.reference(), request.sources()),
        places,
        request.asAt(),
        request.publishedBy(),
        Version.today());
  }

  private long bytes() {
    return request.sources().stream().mapToLong(Source::bytes).sum();
  }
}
