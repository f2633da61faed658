package org.gradeline.story;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gradeline.reference.Grade;
import org.gradeline.reference.PartialDate;

/** Dates, grades and numbers for use in a sentence. */
public final class Words {
  private static final List<String> MONTHS =
      Stream.of(Month.values())
          .map(month -> month.getDisplayName(TextStyle.FULL, Locale.UK))
          .toList();
  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
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
    LocalDate day = date.toLocalDate();
    return date.isFull() ? date(day) : month(day);
  }

  /** {@code on 30 June 2014}, {@code in September 2017} or {@code in 2010}. */
  public static String when(String printed) {
    return (printed.length() == 10 ? "on " : "in ") + date(printed);
  }

  /** {@code 30 June 2014}, {@code September 2017} or {@code 2010}. */
  public static String date(PartialDate date) {
    return date(date.toString());
  }

  /** {@code 30 June 2014}. */
  public static String date(LocalDate day) {
    return day.getDayOfMonth() + " " + month(day);
  }

  private static String month(LocalDate day) {
    return MONTHS.get(day.getMonthValue() - 1) + " " + day.getYear();
  }

  /** {@code on 30 June 2014}, {@code in September 2017} or {@code in 2010}. */
  public static String when(PartialDate date) {
    return when(date.toString());
  }

  /** A grade's label in lower case. */
  public static String grade(Grade grade) {
    return grade.label().toLowerCase(Locale.ROOT);
  }

  /** A grade as several councils have it: "good", and "requiring improvement". */
  public static String gradeOfSeveral(Grade grade) {
    return grade(grade).replaceFirst("^requires\\b", "requiring");
  }

  /** {@code a, b and c}. */
  public static String list(List<String> texts) {
    int last = texts.size() - 1;
    return last < 1
        ? String.join("", texts)
        : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
  }

  /** A text with a capital letter. */
  public static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** A noun with "a" or "an" before it. */
  public static String withArticle(String noun) {
    return (!noun.isEmpty() && "aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  /** A share of a whole of at least 1: {@code 103 of 153, 67 %}. */
  public static String share(long part, long whole) {
    return part + " of " + whole + ", " + percent(part, whole);
  }

  /** A share of a whole of at least 1 in whole percent; 0 and 100 are none and all. */
  public static String percent(long part, long whole) {
    return percent(100.0 * part / whole);
  }

  /** A text as it stands inside a sentence: its first letter small. */
  public static String uncapitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** A percentage in whole percent; 0 and 100 are none and all. */
  public static String percent(double percent) {
    if (percent > 0 && percent < 0.5) {
      return "under 1 %";
    }
    return percent < 100 && percent >= 99.5 ? "over 99 %" : Math.round(percent) + " %";
  }

  /** A number, in letters up to ten. */
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

  /** A number of days as people say it: in months from one month to two years, then in years. */
  public static String days(double days) {
    if (days < DAYS_PER_MONTH) {
      return count(Math.round(days), "day", "days");
    }
    if (days < MAX_DAYS_IN_MONTHS) {
      return count(Math.round(days / DAYS_PER_MONTH), "month", "months");
    }
    return String.format(Locale.ROOT, "%.1f years", days / DAYS_PER_YEAR);
  }
}
