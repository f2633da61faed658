package org.gradeline.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.Normaliser;
import org.gradeline.normalising.QualityIssue;
import org.gradeline.normalising.RecordBlock;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.Remark;
import org.gradeline.reading.Slice;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Scale;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.RunView;
import org.gradeline.tables.TableParts;

/**
 * The normalising of one slice: takes its entries one by one, gathers its records in blocks by
 * range of councils, lists its issues and counts what became of it. Not thread safe.
 */
final class SliceNormalisation {
  private static final int BLOCK_BYTES = 64 * 1024;

  private final RunPlan plan;
  private final Slice slice;
  private final TableParts issues;
  private final BlockReceiver receiver;
  private final Normaliser normaliser;
  private final RunView view;
  private final Catalogue catalogue;
  private final RunTotals totals = new RunTotals();
  private final List<RecordBlock.Writer> blocks = new ArrayList<>();
  private final int today;
  private long read;
  private long rejected;
  private long judgementsRead;
  private long judgementsRejected;

  /** Takes blocks as they are filled. */
  interface BlockReceiver {
    /** Takes a block of a range of councils. */
    void receive(int range, RecordBlock block);
  }

  SliceNormalisation(RunPlan plan, Slice slice, TableParts issues, BlockReceiver receiver) {
    this.plan = plan;
    this.slice = slice;
    this.issues = issues;
    this.receiver = receiver;
    this.normaliser = new Normaliser(plan.reference(), plan.today());
    this.view = plan.view(totals);
    this.catalogue = Catalogue.of(plan.reference());
    this.today = PartialDate.pack(plan.today());
    for (int range = 0; range < plan.ranges(); range++) {
      blocks.add(new RecordBlock.Writer());
    }
  }

  /** Normalises an entry of the slice. */
  void add(RawEntry entry) {
    Normaliser.Result result = normaliser.normalise(slice.source().position(), entry);
    // A record of a joint service counts once for each council that it names; a remark is no
    // record.
    read += entry instanceof Remark ? 0 : Math.max(1, result.records().size());
    judgementsRead += result.judgementsRead();
    judgementsRejected += result.judgementsRejected();
    if (!result.issues().isEmpty()) {
      list(result.issues());
    }
    if (result.records().isEmpty() && !(entry instanceof Remark)) {
      rejected++;
    }
    for (CouncilRecord record : result.records()) {
      count(record);
      gather(record);
    }
  }

  private void list(List<QualityIssue> found) {
    found.stream()
        .sorted(QualityIssue.ORDER)
        .forEach(issue -> catalogue.write(issue, view, issues));
    issues.relieve();
    totals.addRejectedJudgements(
        found.stream().filter(issue -> issue.type().rejectsJudgement()).count());
  }

  private void count(CouncilRecord record) {
    PartialDate published = record.published();
    if (published != null && published.earliest() <= today) {
      totals.addPublished(published);
    }
    if (record instanceof Inspection inspection
        && inspection.judgements().stream()
            .anyMatch(judgement -> judgement.rank() != Scale.NOT_JUDGED)) {
      totals.addRated(inspection.published());
    }
  }

  private void gather(CouncilRecord record) {
    int range = plan.rangeOf(record.council());
    RecordBlock.Writer block = blocks.get(range);
    block.add(record);
    if (block.size() >= BLOCK_BYTES) {
      receiver.receive(range, block.take());
    }
  }

  /**
   * Hands on the last blocks, one for each range.
   *
   * @param unknownColumns columns and keys of the slice that are neither field nor area
   * @return what became of the slice
   */
  RunTotals finish(Set<String> unknownColumns) {
    for (int range = 0; range < blocks.size(); range++) {
      receiver.receive(range, blocks.get(range).take());
    }
    totals.addUnknownColumns(unknownColumns);
    totals
        .ledger()
        .add(
            slice.source().position(),
            Account.ofReading(read, rejected, judgementsRead, judgementsRejected));
    return totals;
  }
}
