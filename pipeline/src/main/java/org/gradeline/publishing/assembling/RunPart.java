package org.gradeline.publishing.assembling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.statistics.CountsInput;
import org.gradeline.statistics.CountsOutput;
import org.gradeline.statistics.Tally;
import org.gradeline.storage.Location;
import org.gradeline.tables.TablePart;

/**
 * What workers made of a part of a run, and of all of it in the end: the parts of the tables that
 * they wrote, and what they counted. Immutable if nobody changes the totals.
 *
 * @param totals what was read and written
 * @param counts what the national tallies counted, still to be added up
 * @param tableParts parts of the tables
 */
public record RunPart(RunTotals totals, List<Counts> counts, List<TablePart> tableParts) {
  public RunPart {
    counts = List.copyOf(counts);
    tableParts = List.copyOf(tableParts);
  }

  /** Nothing. */
  public static RunPart empty() {
    return new RunPart(new RunTotals(), List.of(), List.of());
  }

  /** This and another. */
  public RunPart plus(RunPart other) {
    RunTotals sum = new RunTotals();
    sum.merge(totals);
    sum.merge(other.totals);
    List<Counts> allCounts = new ArrayList<>(counts);
    allCounts.addAll(other.counts);
    List<TablePart> allParts = new ArrayList<>(tableParts);
    allParts.addAll(other.tableParts);
    return new RunPart(sum, allCounts, allParts);
  }

  /**
   * The same with all counts in one.
   *
   * @param tallies empty tallies of the run
   * @throws IOException when the counts are not of these tallies
   */
  public RunPart addedUp(List<? extends Tally> tallies) throws IOException {
    for (Counts each : counts) {
      each.addTo(tallies);
    }
    return new RunPart(totals, List.of(Counts.of(tallies)), tableParts);
  }

  /** Writes it. Equal parts give equal bytes. */
  public void write(CountsOutput out) {
    totals.write(out);
    out.number(counts.size());
    counts.forEach(each -> each.write(out));
    out.number(tableParts.size());
    for (TablePart part : tableParts) {
      out.text(part.table());
      out.text(part.section());
      out.text(part.worker());
      out.number(part.sequence());
      out.text(part.file().text());
      out.number(part.from());
      out.number(part.bytes());
      out.number(part.rows());
      out.number(Integer.toUnsignedLong(part.checksum()));
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IOException when the bytes are not of a part
   */
  public static RunPart read(CountsInput in) throws IOException {
    RunTotals totals = RunTotals.read(in);
    List<Counts> counts = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      counts.add(Counts.read(in));
    }
    List<TablePart> parts = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      parts.add(
          new TablePart(
              in.text(),
              in.text(),
              in.text(),
              in.below(Integer.MAX_VALUE),
              Location.of(in.text()),
              in.number(),
              in.number(),
              in.number(),
              (int) in.number()));
    }
    return new RunPart(totals, counts, parts);
  }
}
