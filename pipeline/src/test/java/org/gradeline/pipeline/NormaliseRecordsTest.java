package org.gradeline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.reading.Slice;
import org.gradeline.reference.Council;
import org.gradeline.reference.ProjectData;
import org.gradeline.statistics.Ledger.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The step that reads slices: each on its own, with the runner's checks on. */
@ExtendWith(TestPipelineExtension.class)
class NormaliseRecordsTest {
  private static final int RANGES = 4;

  private static PCollectionTuple apply(TestPipeline pipeline, SmallRun run) {
    PCollectionView<RunPlan> planView =
        pipeline
            .apply("Plan", Create.of(run.plan()).withCoder(SerializableCoder.of(RunPlan.class)))
            .apply(View.asSingleton());
    PCollectionTuple normalised =
        pipeline
            .apply("Slices", Create.of(run.slices()).withCoder(SerializableCoder.of(Slice.class)))
            .apply(
                ParDo.of(new NormaliseRecords(planView))
                    .withSideInputs(planView)
                    .withOutputTags(
                        NormaliseRecords.BLOCKS, TupleTagList.of(NormaliseRecords.READ)));
    normalised
        .get(NormaliseRecords.BLOCKS)
        .setCoder(KvCoder.of(VarIntCoder.of(), ShuffledBlockCoder.of()));
    normalised
        .get(NormaliseRecords.READ)
        .setCoder(RunPartCoder.of())
        .apply("Add up", Combine.globally(new AddUpReading()).withoutDefaults())
        .apply("Keep", ParDo.of(new KeepRunPart(run.plan().places().result())));
    return normalised;
  }

  @Test
  void aRecordComesOutInABlockOfItsCouncilsRange(TestPipeline pipeline, @TempDir Path folder) {
    SmallRun run = SmallRun.of(folder, RANGES, 1_000_000);
    RunPlan plan = run.plan();

    PAssert.that(apply(pipeline, run).get(NormaliseRecords.BLOCKS))
        .satisfies(
            blocks -> {
              List<String> councils = new ArrayList<>();
              for (KV<Integer, ShuffledBlock> block : blocks) {
                for (CouncilRecord record : records(block.getValue())) {
                  assertThat(plan.rangeOf(record.council())).isEqualTo(block.getKey());
                  councils.add(laCode(record));
                }
              }
              assertThat(councils).containsExactlyInAnyOrder("340", "815", "837", "884", "931");
              return null;
            });
    pipeline.run();
  }

  private static List<CouncilRecord> records(ShuffledBlock block) {
    try {
      return block.records().records();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String laCode(CouncilRecord record) {
    Council council = ProjectData.reference().councils().all().get(record.council());
    return council.laCode();
  }

  @Test
  void everyRangeHasABlockSoThatEveryCouncilIsMet(TestPipeline pipeline, @TempDir Path folder) {
    PAssert.that(
            apply(pipeline, SmallRun.of(folder, RANGES, 1_000_000)).get(NormaliseRecords.BLOCKS))
        .satisfies(
            blocks -> {
              TreeSet<Integer> ranges = new TreeSet<>();
              blocks.forEach(block -> ranges.add(block.getKey()));
              assertThat(ranges).containsExactly(0, 1, 2, 3);
              return null;
            });
    pipeline.run();
  }

  @Test
  void whatIsRejectedIsListedAndCounted(TestPipeline pipeline, @TempDir Path folder) {
    SmallRun run = SmallRun.of(folder, RANGES, 1_000_000);

    apply(pipeline, run);
    pipeline.run();

    RunTotals totals = run.result().totals();
    assertThat(totals.ledger().total()).isEqualTo(Account.ofReading(6, 1, 12, 2));
    assertThat(totals.rows("rejected")).isEqualTo(1);
    assertThat(String.valueOf(totals.latestPublished())).isEqualTo("2014-06-30");
    assertThat(run.rows("rejected"))
        .singleElement()
        .asString()
        .contains(",7,unknown_council,la_code,999,");
  }

  @Test
  void aRecordOfAJointServiceIsOneOfEachCouncilAndTheLedgerCountsItForEach(
      TestPipeline pipeline, @TempDir Path folder) {
    SmallRun run =
        SmallRun.of(
            folder,
            RANGES,
            1_000_000,
            List.of(
                "la_code,framework,start_date,published_date,overall_effectiveness,lscb",
                "207;213,sif,2016-01-13,2016-03-21,Outstanding,Fine",
                "207;207,sif,2016-01-13,2016-03-21,Outstanding,Good"));

    PAssert.that(apply(pipeline, run).get(NormaliseRecords.BLOCKS))
        .satisfies(
            blocks -> {
              List<String> councils = new ArrayList<>();
              blocks.forEach(
                  block ->
                      records(block.getValue()).forEach(record -> councils.add(laCode(record))));
              assertThat(councils).containsExactlyInAnyOrder("207", "213");
              return null;
            });
    pipeline.run();

    RunTotals totals = run.result().totals();
    assertThat(totals.ledger().total()).isEqualTo(Account.ofReading(3, 1, 6, 4));
    assertThat(totals.rejectedJudgements()).isEqualTo(1);
    assertThat(run.rows("rejected")).hasSize(2);
  }

  @Test
  void slicesOfOneFileAreReadEachOnItsOwn(TestPipeline pipeline, @TempDir Path folder) {
    SmallRun run = SmallRun.of(folder, RANGES, 60);
    assertThat(run.slices()).hasSizeGreaterThan(2);

    apply(pipeline, run);
    pipeline.run();

    assertThat(run.result().totals().ledger().total()).isEqualTo(Account.ofReading(6, 1, 12, 2));
    assertThat(run.rows("rejected")).hasSize(1);
  }

  @Test
  void aBlockInAFileHasTheSameRecords(TestPipeline pipeline, @TempDir Path folder) {
    SmallRun run = SmallRun.of(folder, RANGES, 60, SmallRun.RECORDS, true);

    PAssert.that(apply(pipeline, run).get(NormaliseRecords.BLOCKS))
        .satisfies(
            blocks -> {
              List<String> councils = new ArrayList<>();
              for (KV<Integer, ShuffledBlock> block : blocks) {
                List<CouncilRecord> records = records(block.getValue());
                assertThat(block.getValue() instanceof ShuffledBlock.Stored)
                    .isEqualTo(!records.isEmpty());
                records.forEach(record -> councils.add(laCode(record)));
              }
              assertThat(councils).containsExactlyInAnyOrder("340", "815", "837", "884", "931");
              return null;
            });
    pipeline.run();
  }
}
