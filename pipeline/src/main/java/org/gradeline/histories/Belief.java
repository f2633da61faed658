package org.gradeline.histories;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Which of several records of one event is believed where they differ: the one of the more trusted
 * source; inside one source the one that was published later, because it is the correction; and of
 * one publication the lower grade. Never the one that stands first in a file: exchanged rows give
 * the same outcome. Immutable.
 */
final class Belief {
  private final List<Integer> precedence;
  private final Comparator<CouncilRecord> byPublication;
  private final Comparator<CouncilRecord> inRecords;

  /**
   * @param precedence the place of each source, by its position, in the order in which they are
   *     believed
   */
  Belief(List<Integer> precedence) {
    this.precedence = precedence;
    this.byPublication =
        Comparator.comparingInt(this::place)
            .thenComparing(CouncilRecord::published, Belief::laterFirst);
    this.inRecords =
        byPublication
            .thenComparing(CouncilRecord::start, Belief::laterFirst)
            .thenComparing(Belief::content)
            .thenComparingLong(CouncilRecord::lineNumber);
  }

  private int place(CouncilRecord record) {
    return precedence.get(record.source());
  }

  /**
   * The order in which records are believed. The line decides only between records that say the
   * same.
   */
  Comparator<CouncilRecord> inRecords() {
    return inRecords;
  }

  /**
   * A judgement that is kept.
   *
   * @param judgement the judgement
   * @param record the place of its record in the order in which the records are believed
   */
  record Kept(Judgement judgement, int record) {}

  /**
   * The judgement of each area that is kept.
   *
   * @param records of one inspection, in the order in which they are believed
   */
  Map<Integer, Kept> judgements(List<Inspection> records) {
    Map<Integer, Kept> kept = new TreeMap<>();
    for (int i = 0; i < records.size(); i++) {
      for (Judgement judgement : records.get(i).judgements()) {
        Kept before = kept.get(judgement.area());
        if (before == null
            || (judgement.rank() > before.judgement().rank()
                && byPublication.compare(records.get(before.record()), records.get(i)) == 0)) {
          kept.put(judgement.area(), new Kept(judgement, i));
        }
      }
    }
    return kept;
  }

  /** A month is not later than a day in it: what is known better is believed. */
  private static int laterFirst(@Nullable PartialDate one, @Nullable PartialDate other) {
    int byEarliest = Integer.compare(earliest(other), earliest(one));
    return byEarliest != 0 ? byEarliest : Integer.compare(packed(other), packed(one));
  }

  private static int earliest(@Nullable PartialDate date) {
    return date == null ? 0 : date.earliest();
  }

  private static int packed(@Nullable PartialDate date) {
    return date == null ? 0 : date.packed();
  }

  /** All that a record says, without the place where it does. */
  private static String content(CouncilRecord record) {
    if (record instanceof Inspection inspection) {
      List<String> judgements =
          inspection.judgements().stream()
              .map(it -> it.area() + " " + it.rank() + " " + it.wording())
              .toList();
      return String.join(
          "\n",
          String.valueOf(inspection.start()),
          String.valueOf(inspection.end()),
          inspection.type(),
          inspection.report(),
          judgements.toString(),
          Long.toString(inspection.unreadableAreas()),
          inspection.findings().toString());
    }
    CouncilRecord.Visit visit = (CouncilRecord.Visit) record;
    return String.join(
        "\n",
        String.valueOf(visit.start()),
        visit.theme(),
        visit.report(),
        visit.findings().toString());
  }
}
