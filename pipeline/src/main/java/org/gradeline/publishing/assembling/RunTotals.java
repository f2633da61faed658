package org.gradeline.publishing.assembling;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gradeline.reading.UnknownNames;
import org.gradeline.reference.PartialDate;
import org.gradeline.statistics.Ledger;
import org.gradeline.statistics.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a run that is counted, made in parts and merged: the ledger, the rows written, the
 * national tallies.
 */
public final class RunTotals implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Ledger ledger = new Ledger();
  private final TreeMap<String, Long> rows = new TreeMap<>();
  private final UnknownNames unknownColumns = new UnknownNames();
  private static final Comparator<PartialDate> LATEST =
      Comparator.comparing((PartialDate date) -> date.packed() % 10_000 != 0)
          .thenComparing(PartialDate::earliest)
          .thenComparing(PartialDate::packed);

  private final ArrayList<Tally<?>> tallies = new ArrayList<>();
  private long rejectedJudgements;
  private @Nullable PartialDate latestPublished;
  private @Nullable PartialDate firstRated;

  /** The ledger, to add to. */
  public Ledger ledger() {
    return ledger;
  }

  /** Adds rows written, by table. */
  public void addRows(Map<String, Long> written) {
    written.forEach((table, count) -> rows.merge(table, count, Long::sum));
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

  /** Takes the tallies of all national tables, one of each kind, in their order. */
  public void setTallies(List<? extends Tally<?>> ofTables) {
    tallies.clear();
    tallies.addAll(ofTables);
  }

  /**
   * The tally of a kind.
   *
   * @throws IllegalStateException when nothing of the kind was counted
   */
  public <T extends Tally<T>> T tally(Class<T> kind) {
    return tallies.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing was counted by " + kind));
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

  /** These totals without the unknown columns, which would be much to hand on. */
  public RunTotals withoutNames() {
    RunTotals figures = new RunTotals();
    figures.mergeFigures(this);
    return figures;
  }

  /** Adds another part's totals. */
  public void merge(RunTotals other) {
    mergeFigures(other);
    unknownColumns.merge(other.unknownColumns);
  }

  private void mergeFigures(RunTotals other) {
    ledger.merge(other.ledger);
    addRows(other.rows);
    addRejectedJudgements(other.rejectedJudgements);
    if (other.latestPublished != null) {
      addPublished(other.latestPublished);
    }
    if (other.firstRated != null) {
      addRated(other.firstRated);
    }
    for (int i = 0; i < other.tallies.size(); i++) {
      if (i == tallies.size()) {
        tallies.add(other.tallies.get(i).empty());
      }
      mergeTally(tallies.get(i), other.tallies.get(i));
    }
  }

  @SuppressWarnings("unchecked") // Both are of the table at the same place of the catalogue.
  private static <T extends Tally<T>> void mergeTally(Tally<?> into, Tally<?> from) {
    ((T) into).merge((T) from);
  }
}
