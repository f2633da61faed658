package org.gradeline.histories;

import java.util.Comparator;
import java.util.Objects;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.reference.Field;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a record, by which records of one event are known. Immutable.
 *
 * @param start null when unknown
 * @param published null when unknown
 */
record EventDates(@Nullable PartialDate start, @Nullable PartialDate published) {
  /** Of two records of one event that share one date, the other date may differ by as many days. */
  static final int MAX_DAYS_APART = 90;

  /** By day before by month before by year, with a start before without; else in time. */
  static final Comparator<EventDates> BEST_KNOWN_FIRST =
      Comparator.comparingInt((EventDates dates) -> precision(dates.published))
          .thenComparingInt(dates -> precision(dates.start))
          .reversed()
          .thenComparing(dates -> packed(dates.published))
          .thenComparing(dates -> packed(dates.start));

  /** How much the dates of two records speak for one event. */
  enum Likeness {
    /** They share a date, and the other one does not differ. */
    EQUAL,
    /** They share a date, and the other one is at most {@value #MAX_DAYS_APART} days away. */
    NEAR,
    /** They share a date, and the other one is further away. */
    DISTANT,
    /** They share no date. */
    NONE
  }

  static EventDates of(CouncilRecord record) {
    return new EventDates(record.start(), record.published());
  }

  /** Whether both days are known. */
  boolean areFull() {
    return precision(start) == 3 && precision(published) == 3;
  }

  /** The date of a field. */
  @Nullable PartialDate date(Field field) {
    return field == Field.PUBLISHED_DATE ? published : start;
  }

  /** The date of a field that is known to be there. */
  PartialDate known(Field field) {
    return Objects.requireNonNull(date(field), "only known dates are compared");
  }

  /** The field of the other date. */
  static Field other(Field field) {
    return field == Field.PUBLISHED_DATE ? Field.START_DATE : Field.PUBLISHED_DATE;
  }

  /** The date that differs, where one of the two does. */
  Field differing(EventDates other) {
    return agree(published, other.published) ? Field.START_DATE : Field.PUBLISHED_DATE;
  }

  /** How much they speak for one event with those of another record. */
  Likeness likeness(EventDates other) {
    boolean samePublished = agree(published, other.published);
    boolean sameStart = agree(start, other.start);
    if (!samePublished && !sameStart) {
      return Likeness.NONE;
    }
    Field field = differing(other);
    if ((samePublished && sameStart) || date(field) == null || other.date(field) == null) {
      return Likeness.EQUAL;
    }
    return areNear(other, field) ? Likeness.NEAR : Likeness.DISTANT;
  }

  /** Whether the dates of a field are near enough for one event. */
  boolean areNear(EventDates other, Field field) {
    return known(field).daysApart(other.known(field)) <= MAX_DAYS_APART;
  }

  /** Whether it is worth a doubt that two records share the date of a field: a year is not. */
  boolean isTelling(EventDates other, Field field) {
    return precision(date(field)) > 1 && precision(other.date(field)) > 1;
  }

  static boolean agree(@Nullable PartialDate one, @Nullable PartialDate other) {
    return one != null && other != null && one.matches(other);
  }

  /** 3 for a day, 2 for a month, 1 for a year, 0 for nothing. */
  static int precision(@Nullable PartialDate date) {
    return date == null ? 0 : date.isFull() ? 3 : date.packed() % 10000 != 0 ? 2 : 1;
  }

  private static int packed(@Nullable PartialDate date) {
    return date == null ? 0 : date.packed();
  }
}
