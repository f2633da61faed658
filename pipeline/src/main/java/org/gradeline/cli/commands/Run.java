package org.gradeline.cli.commands;

import java.io.IOException;
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
import org.gradeline.reading.Layouts;
import org.gradeline.reading.Slices;
import org.gradeline.reading.Source;
import org.gradeline.reading.SourceStamps;
import org.gradeline.reference.Reference;
import org.gradeline.tables.RunView;
import org.joda.time.Duration;

/** One run of the pipeline, from the sources to the staged reports. */
public final class Run {
  private static final long SLICE_BYTES = 16L << 20;
  private static final long BYTES_PER_RANGE = 4L << 20;
  private static final int MAX_RANGES = 64;
  private static final Duration POLL = Duration.millis(200);

  private final Reference reference;
  private final List<Source> sources;
  private final SourceStamps stamps;
  private final Layouts layouts;
  private final InputOptions input;
  private final GradelineOptions options;
  private final Map<String, String> optionsInForce;

  /**
   * What a run made.
   *
   * @param totals everything that was counted
   * @param view the view of the run
   * @param staged what was staged
   */
  public record Outcome(RunTotals totals, RunView view, Publication.Staged staged) {
    /** The tables' files. */
    public List<PublishedFile> files() {
      return staged.files();
    }
  }

  /**
   * @param beam options for Beam
   * @throws UsageException when Beam does not know one, or nobody the layout
   */
  Run(
      Reference reference,
      List<Source> sources,
      InputOptions input,
      List<String> beam,
      Map<String, String> inForce)
      throws UsageException {
    this.reference = reference;
    this.sources = sources;
    this.stamps = SourceStamps.of(sources);
    this.layouts = input.layouts(reference);
    this.input = input;
    this.options = beamOptions(beam);
    this.optionsInForce = inForce;
  }

  /**
   * The runner's checks are for tests: they cost more than the work. With more workers than cores
   * it takes one to ask again and again whether there is work. Whoever wants either gives the
   * option.
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
      throw new UsageException("an option after '--' is not Beam's: " + e.getMessage());
    }
  }

  /**
   * Reads, follows and counts, and stages the reports.
   *
   * @param work folder for what is needed on the way
   * @param staging folder that becomes the reports
   * @param requirements what the run is held to
   * @param progress is told the share of the work that is done, from 0 to 1
   * @throws IOException when something cannot be written, or a source was changed meanwhile
   */
  Outcome stage(Path work, Path staging, Requirements requirements, DoubleConsumer progress)
      throws IOException, Publication.UnbalancedException {
    Instant started = Instant.now();
    CompletableFuture<List<String>> hashes =
        CompletableFuture.supplyAsync(() -> Publication.hash(sources));
    CompletableFuture<Void> prepared = CompletableFuture.runAsync(Publication::prepare);
    Path parts = work.resolve("parts");
    Path totalsParts = work.resolve("totals");
    RunPlan plan = plan(parts, totalsParts);
    Pipeline pipeline = Pipeline.create(options);
    ComparisonPipeline.build(pipeline, plan);
    PipelineResult result = pipeline.run();
    while (result.waitUntilFinish(POLL) == null || !result.getState().isTerminal()) {
      progress.accept(Progress.of(result, plan));
    }
    List<String> inputHashes = hashes.join();
    List<String> changed = stamps.changed();
    if (!changed.isEmpty()) {
      throw new IOException(
          String.join(", ", changed)
              + " changed while it was read. Run again when nothing writes to it.");
    }
    RunTotals totals = TotalsParts.sum(totalsParts, reference);
    RunView view = plan.view(totals);
    prepared.join();
    RunManifest manifest = new RunManifest(Version.number(), optionsInForce, started, inputHashes);
    return new Outcome(
        totals,
        view,
        Publication.stage(parts, staging, sources, totals, view, manifest, requirements));
  }

  private RunPlan plan(Path parts, Path totals) {
    long sliceBytes = options.getSliceBytes() > 0 ? options.getSliceBytes() : SLICE_BYTES;
    return new RunPlan(
        reference,
        sources,
        layouts,
        Slices.of(sources, sliceBytes),
        options.getCouncilRanges() > 0 ? options.getCouncilRanges() : ranges(),
        parts.toString(),
        totals.toString(),
        input.asAt,
        input.publishedBy,
        Version.today());
  }

  /**
   * A range is a bundle of its own, so that there should be few, and must fit into memory, so that
   * there must be enough.
   */
  private int ranges() {
    long bytes = sources.stream().mapToLong(Source::bytes).sum();
    long wanted = Math.max(Runtime.getRuntime().availableProcessors(), bytes / BYTES_PER_RANGE);
    return (int) Math.min(MAX_RANGES, wanted);
  }
}
