package org.gradeline.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.MergedCouncil;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.QualityIssue;
import org.gradeline.normalising.RecordBlock;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.assembling.TotalsParts;
import org.gradeline.reference.Council;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.statistics.Tally;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.CouncilTable;
import org.gradeline.tables.RunView;
import org.gradeline.tables.TableParts;

/**
 * Takes a range of councils with all their records, follows each council, writes its rows of every
 * table, and leaves the tallies of the range.
 */
final class WriteCouncilTables extends DoFn<KV<Integer, Iterable<byte[]>>, Void> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<RunPlan> known;
  private final PCollectionView<RunTotals> read;
  private final Counter rangesWritten = Metrics.counter("gradeline", Progress.RANGES_WRITTEN);

  /**
   * @param known the plan: as a side input, because the runner serialises a step with every bundle
   * @param read totals of all that was read
   */
  WriteCouncilTables(PCollectionView<RunPlan> known, PCollectionView<RunTotals> read) {
    this.known = known;
    this.read = read;
  }

  /** Writes one range. */
  @ProcessElement
  public void write(ProcessContext context) throws IOException {
    RunPlan plan = context.sideInput(known);
    int range = context.element().getKey();
    String name = "range-%08d".formatted(range);
    RunView view = plan.view(context.sideInput(read));
    Map<Integer, List<CouncilRecord>> records = new TreeMap<>();
    for (byte[] block : context.element().getValue()) {
      RecordBlock.of(block)
          .forEach(
              record ->
                  records.computeIfAbsent(record.council(), key -> new ArrayList<>()).add(record));
    }
    RunTotals totals = new RunTotals();
    Catalogue catalogue = Catalogue.of(plan.reference());
    List<Tally<?>> tallies = catalogue.tallies(view);
    List<QualityIssue> warnings = new ArrayList<>();
    List<Integer> precedence = plan.precedence();
    try (TableParts parts = new TableParts(Path.of(plan.parts()), name)) {
      for (Council council : plan.reference().councils().all()) {
        if (plan.rangeOf(council.position()) == range) {
          List<CouncilRecord> own = records.remove(council.position());
          MergedCouncil merged = MergedCouncil.of(own == null ? List.of() : own, precedence);
          CouncilHistory history = CouncilHistory.of(council, merged, plan.reference());
          for (CouncilTable table : catalogue.councilTables()) {
            table.write(history, view, parts);
          }
          tallies.forEach(tally -> tally.count(history));
          merged
              .mergeCounts()
              .forEach((source, counts) -> totals.ledger().add(source, account(counts)));
          warnings.addAll(merged.warnings());
        }
      }
      warnings.sort(QualityIssue.ORDER);
      warnings.forEach(warning -> NormaliseRecords.write(warning, catalogue, view, parts));
      totals.addRows(parts.finish());
    }
    totals.setTallies(tallies);
    TotalsParts.write(Path.of(plan.totals()), name, totals);
    rangesWritten.inc();
  }

  private static Account account(MergedCouncil.MergeCounts counts) {
    return new Account(
        0,
        counts.acceptedRecords(),
        counts.duplicateRecords(),
        0,
        0,
        counts.rated(),
        counts.notJudged(),
        counts.duplicateJudgements(),
        0);
  }
}
