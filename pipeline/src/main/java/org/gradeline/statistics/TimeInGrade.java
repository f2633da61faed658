package org.gradeline.statistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.gradeline.histories.Step;
import org.gradeline.reference.Grade;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a council was at each grade of a line: the days in which ratings were in force, up to a
 * day.
 */
public final class TimeInGrade {
  private final long[] spells;
  private final long[] days;
  private final boolean[] unknown;

  private TimeInGrade(int grades) {
    spells = new long[grades];
    days = new long[grades];
    unknown = new boolean[grades];
  }

  /**
   * Adds up the time of a council's ratings on a line.
   *
   * @param steps the ratings, in order
   * @param grades how many grades the scale has
   * @param asAt the last day
   */
  public static TimeInGrade of(List<Step> steps, int grades, LocalDate asAt) {
    TimeInGrade time = new TimeInGrade(grades);
    for (Step step : steps) {
      int grade = step.grade().rank() - 1;
      time.spells[grade] += step.continuesPrevious() ? 0 : 1;
      OptionalLong inForce = days(step.inspection().published(), step.inForceUntil(), asAt);
      time.days[grade] += inForce.orElse(0);
      time.unknown[grade] |= inForce.isEmpty();
    }
    return time;
  }

  private static OptionalLong days(PartialDate from, @Nullable PartialDate until, LocalDate asAt) {
    if (!from.isFull() || (until != null && !until.isFull())) {
      return OptionalLong.empty();
    }
    LocalDate end = until == null || until.toLocalDate().isAfter(asAt) ? asAt : until.toLocalDate();
    return OptionalLong.of(Math.max(0, ChronoUnit.DAYS.between(from.toLocalDate(), end)));
  }

  /** Unbroken spells at a grade. */
  public long spells(Grade grade) {
    return spells[grade.rank() - 1];
  }

  /** Days at a grade; empty when one of its days is not known. */
  public OptionalLong days(Grade grade) {
    int position = grade.rank() - 1;
    return unknown[position] ? OptionalLong.empty() : OptionalLong.of(days[position]);
  }

  /** Days at any grade; empty when one of the days is not known. */
  public OptionalLong totalDays() {
    long total = 0;
    for (int grade = 0; grade < days.length; grade++) {
      if (unknown[grade]) {
        return OptionalLong.empty();
      }
      total += days[grade];
    }
    return OptionalLong.of(total);
  }
}
