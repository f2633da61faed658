package org.gradeline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.CoderUtils;
import org.gradeline.histories.Records;
import org.gradeline.normalising.RecordBlock;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.storage.Location;
import org.gradeline.tables.TablePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Totals of all slices are one sum, and blocks travel as they are. */
@ExtendWith(TestPipelineExtension.class)
class RunPartsTest {
  private static RunPart read(int source, long records, String unknown) {
    RunTotals totals = new RunTotals();
    totals.ledger().add(source, Account.ofReading(records, 0, 3 * records, 0));
    totals.addUnknownColumns(Set.of(unknown));
    return new RunPart(totals, List.of(), List.of(part(source)));
  }

  private static TablePart part(int source) {
    String worker = TablePart.ofSlice(source, 7);
    return new TablePart("rejected", "", worker, 0, Location.of("/x/y"), 1, 2, 3, -4);
  }

  @Test
  void totalsOfAllSlicesAreSummedUp(TestPipeline pipeline) {
    PAssert.thatSingleton(
            pipeline
                .apply(
                    Create.of(read(0, 5, "inspector"), read(0, 7, "region"), read(1, 1, "region"))
                        .withCoder(RunPartCoder.of()))
                .apply(Combine.globally(new AddUpReading()).withoutDefaults()))
        .satisfies(
            sum -> {
              RunTotals totals = sum.totals();
              assertThat(sum.tableParts()).hasSize(3);
              assertThat(totals.ledger().of(0)).isEqualTo(Account.ofReading(12, 0, 36, 0));
              assertThat(totals.ledger().of(1)).isEqualTo(Account.ofReading(1, 0, 3, 0));
              assertThat(totals.unknownColumns()).containsExactly("inspector", "region");
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

    ShuffledBlock stored = new ShuffledBlock.Stored(Location.of("/x/y"), 5_000_000_000L, 7);
    for (ShuffledBlock each : List.of(new ShuffledBlock.Carried(block), carriedNothing(), stored)) {
      CoderProperties.coderDecodeEncodeEqual(ShuffledBlockCoder.of(), each);
      CoderProperties.coderConsistentWithEquals(ShuffledBlockCoder.of(), each, each);
      CoderProperties.coderDeterministic(ShuffledBlockCoder.of(), each, each);
    }
    CoderProperties.coderSerializable(ShuffledBlockCoder.of());
  }

  private static ShuffledBlock carriedNothing() {
    return new ShuffledBlock.Carried(RecordBlock.of(new byte[0]));
  }

  @Test
  void whatWorkersMadeIsDecodedAsItWasEncoded() throws Exception {
    RunPart part = read(3, 5, "inspector").plus(read(1, 2, "region"));
    byte[] bytes = CoderUtils.encodeToByteArray(RunPartCoder.of(), part);
    RunPart decoded = CoderUtils.decodeFromByteArray(RunPartCoder.of(), bytes);

    assertThat(decoded.tableParts()).isEqualTo(part.tableParts());
    assertThat(decoded.totals().ledger().accounts()).isEqualTo(part.totals().ledger().accounts());
    assertThat(CoderUtils.encodeToByteArray(RunPartCoder.of(), decoded)).isEqualTo(bytes);
    CoderProperties.coderSerializable(RunPartCoder.of());
  }
}
