package org.gradeline.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.Normaliser;
import org.gradeline.normalising.QualityIssue;
import org.gradeline.normalising.RecordBlock;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.assembling.TotalsParts;
import org.gradeline.reading.Slice;
import org.gradeline.reading.SliceReader;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Scale;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.QualityIssueTable;
import org.gradeline.tables.RunView;
import org.gradeline.tables.TableParts;

/**
 * Reads a slice of a source and normalises its records. Gives blocks of records by range of
 * councils, at least one a range, so that every council is met later; writes rejections, repairs
 * and warnings as it goes.
 */
final class NormaliseRecords extends DoFn<Slice, KV<Integer, byte[]>> {
  static final TupleTag<KV<Integer, byte[]>> BLOCKS = new TupleTag<>() {};
  static final TupleTag<RunTotals> TOTALS = new TupleTag<>() {};

  private static final long serialVersionUID = 1L;
  private static final int BLOCK_BYTES = 64 * 1024;

  private final PCollectionView<RunPlan> known;
  private final Counter slicesRead = Metrics.counter("gradeline", Progress.SLICES_READ);

  /**
   * @param known the plan: as a side input, because the runner serialises a step with every bundle
   */
  NormaliseRecords(PCollectionView<RunPlan> known) {
    this.known = known;
  }

  /** Reads one slice. */
  @ProcessElement
  public void read(ProcessContext context, @Element Slice slice, MultiOutputReceiver out)
      throws IOException {
    RunPlan plan = context.sideInput(known);
    Work work = new Work(plan, slice, out.get(BLOCKS));
    try (TableParts notes = work.notes) {
      Set<String> unknown =
          SliceReader.read(
              slice,
              plan.layouts(),
              entry -> work.take(work.normaliser.normalise(slice.source().position(), entry)));
      work.totals.addUnknownColumns(unknown);
      work.flushAll();
      work.totals.addRows(notes.finish());
    }
    TotalsParts.write(Path.of(plan.totals()), name(slice), work.totals);
    out.get(TOTALS).output(work.totals);
    slicesRead.inc();
  }

  private static String name(Slice slice) {
    return "slice-%08d".formatted(slice.position());
  }

  /** The reading of one slice. */
  private static final class Work {
    private final RunPlan plan;
    private final Slice slice;
    private final OutputReceiver<KV<Integer, byte[]>> out;
    private final Normaliser normaliser;
    private final RunTotals totals = new RunTotals();
    private final RunView view;
    private final TableParts notes;
    private final Catalogue catalogue;
    private final List<RecordBlock.Writer> blocks = new ArrayList<>();
    private final int today;
    private long read;
    private long rejected;
    private long judgementsRead;
    private long judgementsRejected;

    Work(RunPlan plan, Slice slice, OutputReceiver<KV<Integer, byte[]>> out) {
      this.plan = plan;
      this.normaliser = new Normaliser(plan.reference(), plan.today());
      this.view = plan.view(totals);
      this.catalogue = Catalogue.of(plan.reference());
      this.today = PartialDate.pack(plan.today());
      this.slice = slice;
      this.out = out;
      this.notes = new TableParts(Path.of(plan.parts()), name(slice));
      for (int range = 0; range < plan.ranges(); range++) {
        blocks.add(new RecordBlock.Writer());
      }
    }

    void take(Normaliser.Result result) {
      read++;
      judgementsRead += result.judgementsRead();
      judgementsRejected += result.judgementsRejected();
      if (!result.issues().isEmpty()) {
        result.issues().stream()
            .sorted(QualityIssue.ORDER)
            .forEach(note -> write(note, catalogue, view, notes));
      }
      CouncilRecord record = result.record();
      if (record == null) {
        rejected++;
        return;
      }
      PartialDate published = record.published();
      if (published != null && published.earliest() <= today) {
        totals.addPublished(published);
      }
      if (record instanceof Inspection inspection
          && inspection.judgements().stream()
              .anyMatch(judgement -> judgement.rank() != Scale.NOT_JUDGED)) {
        totals.addRated(inspection.published());
      }
      int range = plan.rangeOf(record.council());
      RecordBlock.Writer block = blocks.get(range);
      block.add(record);
      if (block.size() >= BLOCK_BYTES) {
        out.output(KV.of(range, block.take().bytes()));
      }
    }

    void flushAll() {
      for (int range = 0; range < blocks.size(); range++) {
        out.output(KV.of(range, blocks.get(range).take().bytes()));
      }
      totals
          .ledger()
          .add(
              slice.source().position(),
              new Account(read, 0, 0, rejected, judgementsRead, 0, 0, 0, judgementsRejected));
    }
  }

  /** Writes a note into the table that lists its kind. */
  static void write(QualityIssue note, Catalogue catalogue, RunView view, TableParts parts) {
    for (QualityIssueTable<?> table : catalogue.qualityIssueTables()) {
      if (table.notes().isInstance(note)) {
        write(table, note, view, parts);
      }
    }
  }

  private static <N extends QualityIssue> void write(
      QualityIssueTable<N> table, QualityIssue note, RunView view, TableParts parts) {
    table.write(table.notes().cast(note), view, parts.rows(table.schema()));
  }
}
