package org.gradeline.publishing.assembling;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.gradeline.reading.UnknownNames;
import org.gradeline.reference.PartialDate;
import org.gradeline.statistics.CountsInput;
import org.gradeline.statistics.CountsOutput;
import org.gradeline.statistics.Ledger;
import org.gradeline.tables.TablePart;
import org.jspecify.annotations.Nullable;

/**
 * What was read and written in a run, counted in parts and added up: the ledger, the rows of each
 * table, the days between which the records are. Not thread safe.
 */
public final class RunTotals {
  private final Ledger ledger = new Ledger();
  private final TreeMap<String, Long> rows = new TreeMap<>();
  private final UnknownNames unknownColumns = new UnknownNames();
  private static final Comparator<PartialDate> LATEST =
      Comparator.comparing((PartialDate date) -> date.packed() % 10_000 != 0)
          .thenComparing(PartialDate::earliest)
          .thenComparing(PartialDate::packed);

  private long rejectedJudgements;
  private @Nullable PartialDate latestPublished;
  private @Nullable PartialDate firstRated;

  /** The ledger, to add to. */
  public Ledger ledger() {
    return ledger;
  }

  /** Adds rows written. */
  public void addRows(List<TablePart> written) {
    written.forEach(part -> rows.merge(part.table(), part.rows(), Long::sum));
  }

  /** Rows written of a table. */
  public long rows(String table) {
    return rows.getOrDefault(table, 0L);
  }

  /** Adds names of columns that mean nothing here. */
  public void addUnknownColumns(Set<String> names) {
    unknownColumns.addAll(names);
  }

  /**
   * Columns and keys that are neither field nor area, in alphabetical order, at most {@link
   * UnknownNames#MAX_NAMES}.
   */
  public Set<String> unknownColumns() {
    return unknownColumns.listed();
  }

  /** Whether there were more unknown columns and keys than are listed. */
  public boolean hasMoreUnknownColumns() {
    return unknownColumns.hasMore();
  }

  /** Adds judgements that were rejected on their own. */
  public void addRejectedJudgements(long judgements) {
    rejectedJudgements += judgements;
  }

  /** Judgements that were rejected on their own, not with their record. */
  public long rejectedJudgements() {
    return rejectedJudgements;
  }

  /**
   * Considers a publication. A day goes before a month that it is in; one that is known to the day
   * or month goes before one of which only the year is known.
   */
  public void addPublished(PartialDate published) {
    PartialDate latest = latestPublished;
    if (latest == null || LATEST.compare(published, latest) > 0) {
      latestPublished = published;
    }
  }

  /** The latest publication; null when there is none. */
  public @Nullable PartialDate latestPublished() {
    return latestPublished;
  }

  /** Considers the publication of a rating. */
  public void addRated(PartialDate published) {
    if (firstRated == null || published.compareTo(firstRated) < 0) {
      firstRated = published;
    }
  }

  /** The earliest publication of a rating; null when there is none. */
  public @Nullable PartialDate firstRated() {
    return firstRated;
  }

  /** Adds another part's totals. */
  public void merge(RunTotals other) {
    ledger.merge(other.ledger);
    other.rows.forEach((table, count) -> rows.merge(table, count, Long::sum));
    addRejectedJudgements(other.rejectedJudgements);
    unknownColumns.merge(other.unknownColumns);
    if (other.latestPublished != null) {
      addPublished(other.latestPublished);
    }
    if (other.firstRated != null) {
      addRated(other.firstRated);
    }
  }

  /** Writes the totals. Equal totals give equal bytes, however they were added up. */
  public void write(CountsOutput out) {
    ledger.write(out);
    out.number(rows.size());
    rows.forEach(
        (table, count) -> {
          out.text(table);
          out.number(count);
        });
    out.number(unknownColumns.kept().size());
    unknownColumns.kept().forEach(out::text);
    out.number(rejectedJudgements);
    out.date(latestPublished);
    out.date(firstRated);
  }

  /**
   * Reads totals that were written.
   *
   * @throws IOException when the bytes are not such totals
   */
  public static RunTotals read(CountsInput in) throws IOException {
    RunTotals totals = new RunTotals();
    totals.ledger.add(in);
    for (int tables = in.count(); tables > 0; tables--) {
      totals.rows.put(in.text(), in.number());
    }
    for (int names = in.count(); names > 0; names--) {
      totals.unknownColumns.add(in.text());
    }
    totals.rejectedJudgements = in.number();
    totals.latestPublished = in.date();
    totals.firstRated = in.date();
    return totals;
  }
}
