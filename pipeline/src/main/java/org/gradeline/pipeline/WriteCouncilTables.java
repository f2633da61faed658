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
import org.gradeline.tables.RunView;
import org.gradeline.tables.TableParts;

/**
 * Takes a range of councils with all their records, follows each council, writes its rows of every
 * table, and leaves the tallies of the range.
 */
final class WriteCouncilTables extends DoFn<KV<Integer, Iterable<RecordBlock>>, Void> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<RunPlan> planView;
  private final PCollectionView<RunTotals> readTotalsView;
  private final Counter rangesWritten = Metrics.counter("gradeline", Progress.RANGES_WRITTEN);

  /**
   * @param planView the plan: as a side input, because the runner serialises a step with every
   *     bundle
   * @param readTotalsView totals of all that was read
   */
  WriteCouncilTables(PCollectionView<RunPlan> planView, PCollectionView<RunTotals> readTotalsView) {
    this.planView = planView;
    this.readTotalsView = readTotalsView;
  }

  /** Writes one range. */
  @ProcessElement
  public void write(
      ProcessContext context, @Element KV<Integer, Iterable<RecordBlock>> rangeOfCouncils)
      throws IOException {
    try {
      RunPlan plan = context.sideInput(planView);
      write(plan, plan.view(context.sideInput(readTotalsView)), rangeOfCouncils);
    } catch (Error e) {
      throw new StepFailure(e);
    }
    rangesWritten.inc();
  }

  private static void write(
      RunPlan plan, RunView view, KV<Integer, Iterable<RecordBlock>> rangeOfCouncils)
      throws IOException {
    int range = rangeOfCouncils.getKey();
    String name = "range-%08d".formatted(range);
    Heartbeat heartbeat = new Heartbeat(Path.of(plan.totals()), name);
    RunTotals totals;
    try (TableParts parts = new TableParts(Path.of(plan.parts()), name)) {
      totals =
          write(
              range,
              byCouncil(rangeOfCouncils.getValue(), heartbeat),
              plan,
              view,
              parts,
              heartbeat);
      totals.addRows(parts.finish());
    }
    TotalsParts.write(Path.of(plan.totals()), name, totals);
  }

  private static Map<Integer, List<CouncilRecord>> byCouncil(
      Iterable<RecordBlock> blocks, Heartbeat heartbeat) {
    Map<Integer, List<CouncilRecord>> records = new TreeMap<>();
    for (RecordBlock block : blocks) {
      heartbeat.beat();
      block.forEach(
          record ->
              records.computeIfAbsent(record.council(), key -> new ArrayList<>()).add(record));
    }
    return records;
  }

  private static RunTotals write(
      int range,
      Map<Integer, List<CouncilRecord>> records,
      RunPlan plan,
      RunView view,
      TableParts parts,
      Heartbeat heartbeat) {
    Catalogue catalogue = Catalogue.of(plan.reference());
    List<Tally> tallies = catalogue.tallies(view);
    List<Integer> precedence = plan.precedence();
    RunTotals totals = new RunTotals();
    List<QualityIssue> warnings = new ArrayList<>();
    for (Council council : plan.reference().councils().all()) {
      if (plan.rangeOf(council.position()) == range) {
        heartbeat.beat();
        List<CouncilRecord> own = records.remove(council.position());
        MergedCouncil merged = MergedCouncil.of(own == null ? List.of() : own, precedence);
        CouncilHistory history = CouncilHistory.of(council, merged, plan.reference());
        catalogue.councilTables().forEach(table -> parts.write(table, history, view));
        if (plan.reference().counts(council)) {
          tallies.forEach(tally -> tally.count(history));
        }
        merged
            .mergeCounts()
            .forEach((source, counts) -> totals.ledger().add(source, Account.ofMerging(counts)));
        warnings.addAll(merged.warnings());
      }
    }
    warnings.sort(QualityIssue.ORDER);
    warnings.forEach(warning -> catalogue.write(warning, view, parts));
    totals.setTallies(tallies);
    return totals;
  }
}
