package org.gradeline.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.gradeline.publishing.assembling.Counts;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.reference.Council;
import org.gradeline.statistics.Gathering;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.statistics.Tally;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.GatheredTable;
import org.gradeline.tables.RunView;
import org.gradeline.tables.TablePart;
import org.gradeline.tables.TableParts;

/**
 * Takes a range of councils with all their records, follows each council, writes its rows of every
 * table, and leaves the tallies of the range.
 */
final class WriteCouncilTables extends DoFn<KV<Integer, Iterable<ShuffledBlock>>, RunPart> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<RunPlan> planView;
  private final PCollectionView<RunPart> readView;
  private final Counter rangesWritten =
      Metrics.counter(RecordMetrics.NAMESPACE, Progress.RANGES_WRITTEN);

  /**
   * @param planView the plan: as a side input, because the runner serialises a step with every
   *     bundle
   * @param readView what was read
   */
  WriteCouncilTables(PCollectionView<RunPlan> planView, PCollectionView<RunPart> readView) {
    this.planView = planView;
    this.readView = readView;
  }

  /** Writes one range. */
  @ProcessElement
  public void write(
      ProcessContext context,
      @Element KV<Integer, Iterable<ShuffledBlock>> rangeOfCouncils,
      OutputReceiver<RunPart> out)
      throws IOException {
    try {
      RunPlan plan = context.sideInput(planView);
      out.output(write(plan, plan.view(context.sideInput(readView).totals()), rangeOfCouncils));
    } catch (Error e) {
      throw new StepFailure(e);
    }
    rangesWritten.inc();
  }

  private static RunPart write(
      RunPlan plan, RunView view, KV<Integer, Iterable<ShuffledBlock>> rangeOfCouncils)
      throws IOException {
    int range = rangeOfCouncils.getKey();
    String name = TablePart.ofRange(range);
    Heartbeat heartbeat = new Heartbeat(plan.places().heartbeats(), name);
    Catalogue catalogue = Catalogue.of(plan.reference());
    List<Tally> tallies = catalogue.tallies(view);
    Map<GatheredTable<?>, Gathering> gatherings = new LinkedHashMap<>();
    catalogue.gatheredTables().forEach(table -> gatherings.put(table, table.gathering(view)));
    try (TableParts parts = new TableParts(plan.places().parts(), name)) {
      RunTotals totals =
          write(
              range,
              byCouncil(rangeOfCouncils.getValue(), heartbeat),
              plan,
              view,
              catalogue,
              parts,
              tallies,
              gatherings.values(),
              heartbeat);
      for (Map.Entry<GatheredTable<?>, Gathering> gathered : gatherings.entrySet()) {
        parts.write(gathered.getKey(), gathered.getValue());
      }
      List<TablePart> written = parts.finish();
      totals.addRows(written);
      RecordMetrics.count(totals.ledger(), plan);
      return new RunPart(totals, List.of(Counts.of(tallies)), written);
    }
  }

  private static Map<Integer, List<CouncilRecord>> byCouncil(
      Iterable<ShuffledBlock> blocks, Heartbeat heartbeat) throws IOException {
    Map<Integer, List<CouncilRecord>> records = new TreeMap<>();
    for (ShuffledBlock block : blocks) {
      heartbeat.beat();
      block
          .records()
          .forEach(
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
      Catalogue catalogue,
      TableParts parts,
      List<Tally> tallies,
      Collection<Gathering> gatherings,
      Heartbeat heartbeat) {
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
        parts.relieve();
        if (plan.reference().counts(council)) {
          tallies.forEach(tally -> tally.count(history));
          gatherings.forEach(gathering -> gathering.count(history));
        }
        merged
            .mergeCounts()
            .forEach((source, counts) -> totals.ledger().add(source, Account.ofMerging(counts)));
        warnings.addAll(merged.warnings());
      }
    }
    warnings.sort(QualityIssue.ORDER);
    warnings.forEach(warning -> catalogue.write(warning, view, parts));
    return totals;
  }
}
