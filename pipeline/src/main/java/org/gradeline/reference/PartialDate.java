package org.gradeline.reference;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A date as printed: a day, or only its month or year (ISO 8601, full or reduced). Immutable.
 *
 * <p>It is packed into one number, {@code yyyymmdd} with zeros for what is unknown, because a run
 * compares millions of them. The earliest and latest day it can mean are packed in the same way:
 *
 * <pre>{@code
 * PartialDate month = PartialDate.parse("2017-09");
 * month.packed();   // 20170900
 * month.earliest(); // 20170901
 * month.latest();   // 20170930
 * }</pre>
 *
 * @param packed {@code yyyymmdd}; month and day, or the day alone, may be 00
 */
public record PartialDate(int packed) implements Serializable, Comparable<PartialDate> {
  /** The first year: a packed number has no sign, and an unknown date is packed as 0. */
  public static final int MIN_YEAR = 1;

  /** The last year: a packed number has four digits for it, and tallies count on that. */
  public static final int MAX_YEAR = 9999;

  /** No inspection of a council's services that anybody has records of is older than this year. */
  public static final int FIRST_PLAUSIBLE_YEAR = 1990;

  /** A later year in a record or in the command line is a slip of the pen. */
  public static final int LAST_PLAUSIBLE_YEAR = 2099;

  /** The day itself, fully known. */
  public static PartialDate of(LocalDate day) {
    return new PartialDate(pack(day));
  }

  /** {@code yyyymmdd} of a day, of a year from {@link #MIN_YEAR} to {@link #MAX_YEAR}. */
  public static int pack(LocalDate day) {
    return day.getYear() * 10000 + day.getMonthValue() * 100 + day.getDayOfMonth();
  }

  /**
   * Reads {@code yyyy}, {@code yyyy-mm} or {@code yyyy-mm-dd}.
   *
   * @return the date, or null when the text has another form or is not a day of the calendar
   */
  public static @Nullable PartialDate parse(String text) {
    int length = text.length();
    if (length != 4 && length != 7 && length != 10) {
      return null;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean dash = i == 4 || i == 7;
      if (dash ? c != '-' : c < '0' || c > '9') {
        return null;
      }
    }
    int year = Integer.parseInt(text, 0, 4, 10);
    int month = length >= 7 ? Integer.parseInt(text, 5, 7, 10) : 0;
    int day = length == 10 ? Integer.parseInt(text, 8, 10, 10) : 0;
    return isReal(year, month, day, length)
        ? new PartialDate(year * 10000 + month * 100 + day)
        : null;
  }

  /** Reads a day, {@code yyyy-mm-dd}; null when the text is anything else. */
  public static @Nullable LocalDate parseDay(String text) {
    PartialDate date = parse(text);
    return date != null && date.isFull() ? date.toLocalDate() : null;
  }

  private static boolean isReal(int year, int month, int day, int length) {
    if (year < MIN_YEAR || (length >= 7 && (month < 1 || month > 12))) {
      return false;
    }
    if (length < 10) {
      return true;
    }
    try {
      return LocalDate.of(year, month, day).getDayOfMonth() == day;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The year. */
  public int year() {
    return packed / 10000;
  }

  /** Whether an inspection can have been in that year. */
  public boolean isPlausible() {
    return year() >= FIRST_PLAUSIBLE_YEAR && year() <= LAST_PLAUSIBLE_YEAR;
  }

  /** Whether the day is known. */
  public boolean isFull() {
    return packed % 100 != 0;
  }

  /** The earliest day this can mean, packed. */
  public int earliest() {
    if (isFull()) {
      return packed;
    }
    return packed % 10000 == 0 ? packed + 101 : packed + 1;
  }

  /** The latest day this can mean, packed. Every comparison with another day uses it. */
  public int latest() {
    if (isFull()) {
      return packed;
    }
    return pack(toLocalDate());
  }

  /**
   * Whether both can be the same date, because the days of one are all among those of the other.
   */
  public boolean matches(PartialDate other) {
    return (earliest() >= other.earliest() && latest() <= other.latest())
        || (other.earliest() >= earliest() && other.latest() <= latest());
  }

  /**
   * How many days lie at least between this date and another, whichever is later; 0 when both can
   * be the same day.
   */
  public long daysApart(PartialDate other) {
    int end = Math.min(latest(), other.latest());
    int start = Math.max(earliest(), other.earliest());
    return start <= end ? 0 : ChronoUnit.DAYS.between(day(end), day(start));
  }

  private static LocalDate day(int packed) {
    return LocalDate.of(packed / 10000, packed / 100 % 100, packed % 100);
  }

  /** Days from this date to a later one; empty unless both days are known. */
  public OptionalLong daysTo(PartialDate later) {
    return isFull() && later.isFull()
        ? OptionalLong.of(ChronoUnit.DAYS.between(toLocalDate(), later.toLocalDate()))
        : OptionalLong.empty();
  }

  /** The last day this can mean, as a calendar date. */
  public LocalDate toLocalDate() {
    int year = packed / 10000;
    int month = packed / 100 % 100;
    return isFull()
        ? LocalDate.of(year, month, packed % 100)
        : YearMonth.of(year, month == 0 ? 12 : month).atEndOfMonth();
  }

  /** By the last day each can mean; a known day goes before a month or year that ends with it. */
  @Override
  public int compareTo(PartialDate other) {
    int byLatest = Integer.compare(latest(), other.latest());
    return byLatest != 0 ? byLatest : Integer.compare(other.packed, packed);
  }

  /** As printed: {@code 2014-06-30}, {@code 2017-09} or {@code 2010}. */
  @Override
  public String toString() {
    int length = isFull() ? 10 : packed % 10000 != 0 ? 7 : 4;
    byte[] text = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
    int rest = packed;
    for (int i = text.length - 1; i >= 0; i--) {
      if (text[i] != '-') {
        text[i] += (byte) (rest % 10);
        rest /= 10;
      }
    }
    return new String(text, 0, length, StandardCharsets.ISO_8859_1);
  }
}
