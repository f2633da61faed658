package org.gradeline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.gradeline.histories.Records;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.RecordBlock;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.publishing.assembling.RunResult;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.ProjectData;
import org.gradeline.statistics.WaitingTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The step that follows councils: a range on its own, with the runner's checks on. */
@ExtendWith(TestPipelineExtension.class)
class WriteCouncilTablesTest {
  private static final int KNOWSLEY = ProjectData.council("340").position();

  /** Knowsley's headline from 2010 to 2014, the second report in two records. */
  private static List<CouncilRecord> records() {
    return Records.of(
        "slac 2010-03-12 safeguarding=good",
        "sif 2014-06-30 overall_effectiveness=inadequate",
        "sif 2014-06-30 overall_effectiveness=inadequate");
  }

  private static KV<Integer, Iterable<ShuffledBlock>> range(
      int range, List<CouncilRecord> records) {
    List<ShuffledBlock> blocks = new ArrayList<>();
    for (CouncilRecord record : records) {
      RecordBlock.Writer writer = new RecordBlock.Writer();
      writer.add(record);
      blocks.add(new ShuffledBlock.Carried(writer.take()));
    }
    return KV.of(range, blocks);
  }

  private static void run(
      TestPipeline pipeline, SmallRun run, List<KV<Integer, Iterable<ShuffledBlock>>> ranges) {
    RunTotals read = new RunTotals();
    read.addPublished(Objects.requireNonNull(PartialDate.parse("2014-06-30")));
    read.addRated(Objects.requireNonNull(PartialDate.parse("2010-03-12")));
    PCollectionView<RunPlan> planView =
        pipeline
            .apply("Plan", Create.of(run.plan()).withCoder(SerializableCoder.of(RunPlan.class)))
            .apply("Plan view", View.asSingleton());
    PCollectionView<RunPart> readView =
        pipeline
            .apply(
                "Read",
                Create.of(new RunPart(read, List.of(), List.of())).withCoder(RunPartCoder.of()))
            .apply("Read view", View.asSingleton());
    pipeline
        .apply(
            "Ranges",
            Create.of(ranges)
                .withCoder(KvCoder.of(VarIntCoder.of(), IterableCoder.of(ShuffledBlockCoder.of()))))
        .apply(
            ParDo.of(new WriteCouncilTables(planView, readView)).withSideInputs(planView, readView))
        .setCoder(RunPartCoder.of())
        .apply(
            Combine.globally(new AddUpRunParts(planView, readView))
                .withoutDefaults()
                .withFanout(2)
                .withSideInputs(planView, readView))
        .apply(ParDo.of(new KeepRunPart(run.plan().places().result())));
    pipeline.run();
  }

  @Test
  void aCouncilsRecordsAreMergedFollowedAndWritten(TestPipeline pipeline, @TempDir Path folder) {
    SmallRun run = SmallRun.of(folder, 1, 1_000_000);

    run(pipeline, run, List.of(range(0, records())));

    assertThat(run.rows("trajectories"))
        .filteredOn(row -> row.startsWith("340,Knowsley,headline,"))
        .hasSize(2)
        .last()
        .asString()
        .contains(",2014-06-30,inadequate,4,good,-2,declined,1571,with_care,");
  }

  @Test
  void everyOpenCouncilIsInTheLatestTableWithOrWithoutRecords(
      TestPipeline pipeline, @TempDir Path folder) {
    SmallRun run = SmallRun.of(folder, 1, 1_000_000);

    run(pipeline, run, List.of(range(0, List.of())));

    int lines = ProjectData.reference().lines().size();
    assertThat(run.rows("latest"))
        .hasSize(152 * lines)
        .allMatch(row -> row.contains(",not_inspected,"));
  }

  @Test
  void aRangeHasItsOwnCouncilsAlone(TestPipeline pipeline, @TempDir Path folder) {
    SmallRun run = SmallRun.of(folder, 3, 1_000_000);
    int range = run.plan().rangeOf(KNOWSLEY);

    run(pipeline, run, List.of(range(range, records())));

    List<String> ofRange =
        ProjectData.reference().councils().all().stream()
            .filter(council -> run.plan().rangeOf(council.position()) == range)
            .map(council -> council.laCode())
            .toList();
    assertThat(run.rows("latest"))
        .isNotEmpty()
        .allMatch(row -> ofRange.contains(row.split(",", -1)[1]));
  }

  @Test
  void whatBecameOfTheRecordsAndTheTalliesOfAllRangesAddUp(
      TestPipeline pipeline, @TempDir Path folder) throws IOException {
    SmallRun run = SmallRun.of(folder, 3, 1_000_000);
    int range = run.plan().rangeOf(KNOWSLEY);

    run(
        pipeline,
        run,
        IntStream.range(0, 3)
            .mapToObj(other -> range(other, other == range ? records() : List.of()))
            .toList());

    RunTotals totals = run.result().totals();
    assertThat(totals.ledger().total().records().accepted()).isEqualTo(2);
    assertThat(totals.ledger().total().records().duplicate()).isEqualTo(1);
    totals.addPublished(Objects.requireNonNull(PartialDate.parse("2014-06-30")));
    totals.addRated(Objects.requireNonNull(PartialDate.parse("2010-03-12")));
    RunResult result = RunResult.of(run.result(), run.plan().view(totals));
    assertThat(result.tally(WaitingTally.class).waiting())
        .extracting(WaitingTally.Waiting::council)
        .containsOnly(KNOWSLEY);
  }
}
