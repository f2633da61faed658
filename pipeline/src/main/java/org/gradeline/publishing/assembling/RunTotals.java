package org.gradeline.publishing.assembling;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gradeline.reading.UnknownNames;
import org.gradeline.reference.PartialDate;
import org.gradeline.statistics.CountsInput;
import org.gradeline.statistics.CountsOutput;
import org.gradeline.statistics.Ledger;
import org.gradeline.statistics.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a run that is counted, made in parts and added up: the ledger, the rows written,
 * the national tallies.
 */
public final class RunTotals implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String KIND = "totals";
  private static final Comparator<PartialDate> LATEST =
      Comparator.comparing((PartialDate date) -> date.packed() % 10_000 != 0)
          .thenComparing(PartialDate::earliest)
          .thenComparing(PartialDate::packed);

  private final transient Ledger ledger = new Ledger();
  private final transient TreeMap<String, Long> rows = new TreeMap<>();
  private final transient UnknownNames unknownColumns = new UnknownNames();
  private final transient ArrayList<Tally> tallies = new ArrayList<>();
  private transient long rejectedJudgements;
  private transient @Nullable PartialDate latestPublished;
  private transient @Nullable PartialDate firstRated;

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
  public void setTallies(List<? extends Tally> ofTables) {
    tallies.clear();
    tallies.addAll(ofTables);
  }

  /**
   * The tally of a kind.
   *
   * @throws IllegalStateException when nothing of the kind was counted
   */
  public <T extends Tally> T tally(Class<T> kind) {
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

  /** Adds another part's totals, without its tallies: those are added from what it has written. */
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
  }

  /** Writes everything but the tallies. Equal totals give equal bytes. */
  public void write(CountsOutput out) {
    out.head(KIND);
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
   * Adds the totals that another part has written.
   *
   * @throws IOException when the bytes are not such totals
   */
  public void add(CountsInput in) throws IOException {
    in.head(KIND);
    ledger.add(in);
    for (int more = in.count(); more > 0; more--) {
      addRows(Map.of(in.text(), in.number()));
    }
    for (int more = in.count(); more > 0; more--) {
      unknownColumns.add(in.text());
    }
    addRejectedJudgements(in.number());
    PartialDate published = in.date();
    if (published != null) {
      addPublished(published);
    }
    PartialDate rated = in.date();
    if (rated != null) {
      addRated(rated);
    }
  }

  /** Writes the counts of the tallies. */
  public void writeTallies(CountsOutput out) {
    out.number(tallies.size());
    tallies.forEach(tally -> tally.write(out));
  }

  /**
   * Adds the counts of a part's tallies to those that were set; a part may have none.
   *
   * @throws IOException when the bytes are not such counts
   */
  public void addTallies(CountsInput in) throws IOException {
    int counted = in.count();
    if (counted != 0 && counted != tallies.size()) {
      throw CountsInput.damaged("they are " + counted + " tallies and not " + tallies.size());
    }
    for (Tally tally : counted == 0 ? List.<Tally>of() : tallies) {
      tally.add(in);
    }
  }

  /** Between steps of the pipeline, totals travel as what they write. */
  private Object writeReplace() {
    CountsOutput out = new CountsOutput();
    write(out);
    return new Written(out.bytes());
  }

  private void readObject(ObjectInputStream in) throws IOException {
    throw new InvalidObjectException("totals travel as what they write");
  }

  @SuppressWarnings("ArrayRecordComponent") // Serialised at once, and compared with nothing.
  private record Written(byte[] bytes) implements Serializable {
    private Object readResolve() throws ObjectStreamException {
      RunTotals totals = new RunTotals();
      try {
        totals.add(new CountsInput(bytes));
      } catch (IOException e) {
        InvalidObjectException invalid = new InvalidObjectException(e.getMessage());
        invalid.initCause(e);
        throw invalid;
      }
      return totals;
    }
  }
}
