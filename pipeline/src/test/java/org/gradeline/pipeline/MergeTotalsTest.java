package org.gradeline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.gradeline.histories.Records;
import org.gradeline.normalising.RecordBlock;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.statistics.Ledger.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Totals of all slices are one sum, and blocks travel as they are. */
@ExtendWith(TestPipelineExtension.class)
class MergeTotalsTest {
  private static RunTotals read(int source, long records, String unknown) {
    RunTotals totals = new RunTotals();
    totals.ledger().add(source, Account.ofReading(records, 0, 3 * records, 0));
    totals.addUnknownColumns(Set.of(unknown));
    return totals;
  }

  @Test
  void totalsOfAllSlicesAreSummedUp(TestPipeline pipeline) {
    PAssert.thatSingleton(
            pipeline
                .apply(
                    Create.of(read(0, 5, "inspector"), read(0, 7, "region"), read(1, 1, "region"))
                        .withCoder(SerializableCoder.of(RunTotals.class)))
                .apply(Combine.globally(new MergeTotals())))
        .satisfies(
            totals -> {
              assertThat(totals.ledger().of(0)).isEqualTo(Account.ofReading(12, 0, 36, 0));
              assertThat(totals.ledger().of(1)).isEqualTo(Account.ofReading(1, 0, 3, 0));
              assertThat(totals.unknownColumns()).containsExactly("inspector", "region");
              return null;
            });
    pipeline.run();
  }

  @Test
  void withoutASliceNothingWasRead(TestPipeline pipeline) {
    PAssert.thatSingleton(
            pipeline
                .apply(Create.empty(SerializableCoder.of(RunTotals.class)))
                .apply(Combine.globally(new MergeTotals())))
        .satisfies(
            totals -> {
              assertThat(totals.ledger().total()).isEqualTo(Account.EMPTY);
              return null;
            });
    pipeline.run();
  }

  @Test
  void aBlockIsDecodedAsItWasEncodedAndEqualBlocksHaveEqualBytes() throws Exception {
    RecordBlock.Writer writer = new RecordBlock.Writer();
    Records.of("slac 2010-03-12 safeguarding=good", "sif 2014-06-30 lscb=inadequate")
        .forEach(writer::add);
    RecordBlock block = writer.take();

    for (RecordBlock each : List.of(block, RecordBlock.of(new byte[0]))) {
      CoderProperties.coderDecodeEncodeEqual(RecordBlockCoder.of(), each);
      CoderProperties.coderConsistentWithEquals(
          RecordBlockCoder.of(), each, RecordBlock.of(each.bytes()));
      CoderProperties.coderDeterministic(RecordBlockCoder.of(), each, RecordBlock.of(each.bytes()));
    }
    CoderProperties.coderSerializable(RecordBlockCoder.of());
  }
}
