package org.gradeline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.gradeline.publishing.assembling.RunTotals;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All steps together, with the runner's checks on. */
@ExtendWith(TestPipelineExtension.class)
class ComparisonPipelineTest {

  /** Real case: five councils' reports came out on 30 June 2014. */
  @ParameterizedTest
  @CsvSource({"1, 1000000", "2, 100", "7, 60", "158, 1000000"})
  void rangesAndSlicesMakeNoDifference(
      int ranges, long sliceBytes, TestPipeline pipeline, @TempDir Path folder) {
    SmallRun run = SmallRun.of(folder, ranges, sliceBytes);

    ComparisonPipeline.build(pipeline, run.plan());
    pipeline.run().waitUntilFinish();

    assertThat(run.rows("ratings"))
        .hasSize(10)
        .first()
        .asString()
        .startsWith("340,Knowsley,sif,,lscb,inadequate,4,Inadequate,2014-04-29,,2014-06-30,,");
    assertThat(run.rows("rejected")).hasSize(1);
    RunTotals totals = run.result().totals();
    assertThat(totals.ledger().total().balances()).isTrue();
    assertThat(totals.ledger().total().records().accepted()).isEqualTo(5);
    assertThat(totals.ledger().total().judgements().rated()).isEqualTo(10);
  }
}
