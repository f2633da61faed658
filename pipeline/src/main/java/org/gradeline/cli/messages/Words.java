package org.gradeline.cli.messages;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;

/** Dates, grades and numbers for use in a sentence. */
public final class Words {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six");
  private static final double DAYS_PER_YEAR = 365.25;
  private static final double DAYS_PER_MONTH = DAYS_PER_YEAR / 12;
  private static final long MAX_DAYS_IN_MONTHS = 730;

  private Words() {}

  /** {@code 30 June 2014}, {@code September 2017} or {@code 2010}. */
  public static String date(String printed) {
    PartialDate date = PartialDate.parse(printed);
    if (date == null || printed.length() == 4) {
      return printed;
    }
    return (date.isFull() ? DAY : MONTH).format(date.toLocalDate());
  }

  /** {@code on 30 June 2014}, {@code in September 2017} or {@code in 2010}. */
  public static String when(String printed) {
    return (printed.length() == 10 ? "on " : "in ") + date(printed);
  }

  /** A grade's label in lower case. */
  public static String grade(String key, Line line) {
    return line.scale().grades().stream()
        .filter(grade -> grade.key().equals(key))
        .map(Grade::label)
        .findFirst()
        .orElse(key)
        .toLowerCase(Locale.ROOT);
  }

  /** A number, in letters up to six. */
  public static String number(long number) {
    return number >= 0 && number < NUMBERS.size()
        ? NUMBERS.get((int) number)
        : Long.toString(number);
  }

  /** A number whose noun is elsewhere in the sentence. */
  public static String orNone(long number) {
    return number == 0 ? "none" : number(number);
  }

  /** A number with its noun, in the singular or the plural. */
  public static String count(long number, String one, String several) {
    return number(number) + " " + (number == 1 ? one : several);
  }

  /** A number of days as people say it: in months up to two years, then in years. */
  public static String days(double days) {
    if (days < MAX_DAYS_IN_MONTHS) {
      return count(Math.round(days / DAYS_PER_MONTH), "month", "months");
    }
    return String.format(Locale.ROOT, "%.1f years", days / DAYS_PER_YEAR);
  }
}
