package org.gradeline.benchmark;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;

/** When a generated council is open, and how many percent of its records are of which kind. */
@SuppressWarnings("ImmutableEnumChecker") // The list is immutable.
enum Life {
  ALWAYS(LocalDate.MIN, LocalDate.MAX, 12, 5, 2, 26, 4, 46, 5),
  CLOSED(LocalDate.MIN, LocalDate.of(2019, 3, 31), 20, 8, 3, 46, 8, 10, 5),
  OPENED(LocalDate.of(2019, 7, 1), LocalDate.MAX, 0, 0, 0, 0, 0, 90, 10);

  /** The day on which councils close, and their successors open. */
  static final LocalDate CHANGE = LocalDate.of(2019, 4, 1);

  /** Within these days every record is published in time. */
  private final LocalDate from;

  private final LocalDate until;

  /** Percent of the records that are of each kind. */
  private final List<Integer> percent;

  Life(LocalDate from, LocalDate until, Integer... percent) {
    this.from = from;
    this.until = until;
    this.percent = List.of(percent);
  }

  /**
   * The records of one kind among those of a council.
   *
   * @param kind the kind
   * @param first number of the first of them
   * @param count how many there are
   */
  record Run(Kind kind, int first, int count) {}

  /**
   * The kind of a council's record, with all records of that kind.
   *
   * @param number the record's number among the council's
   * @param records how many the council has
   * @param rounding from 0 to 1: which of the councils with few records get the odd ones
   */
  Run run(int number, int records, double rounding) {
    int before = 0;
    int sum = 0;
    Iterator<Integer> share = percent.iterator();
    for (Kind kind : Kind.values()) {
      sum += share.next();
      int until = (int) (sum * (long) records / 100.0 + rounding);
      if (number < until) {
        return new Run(kind, before, until - before);
      }
      before = until;
    }
    throw new IllegalArgumentException("there is no record " + number + " of " + records);
  }

  /** First day on which a record of a kind is published. */
  LocalDate first(Kind kind) {
    return kind.first.isBefore(from) ? from : kind.first;
  }

  /** Last day on which a record of a kind is published. */
  LocalDate last(Kind kind) {
    return kind.last.isAfter(until) ? until : kind.last;
  }
}
