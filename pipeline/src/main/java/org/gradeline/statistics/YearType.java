package org.gradeline.statistics;

import java.util.Locale;

/** The kinds of year that official statistics count by. */
public enum YearType {
  ACADEMIC(9),
  CALENDAR(1),
  FINANCIAL(4);

  private final int firstMonth;

  YearType(int firstMonth) {
    this.firstMonth = firstMonth;
  }

  /** Its name in tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The calendar year in which the year of a day begins.
   *
   * @param day the day, packed
   */
  public int yearOf(int day) {
    int year = day / 10_000;
    return day / 100 % 100 >= firstMonth ? year : year - 1;
  }

  /**
   * The year as printed: {@code 2018}, or {@code 2018-19} where it is split.
   *
   * @param year the calendar year in which it begins
   */
  public String label(int year) {
    return this == CALENDAR ? Integer.toString(year) : "%d-%02d".formatted(year, (year + 1) % 100);
  }
}
