package org.gradeline.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way of writing dates, such as {@code dd/mm/yyyy}, {@code d mmmm yyyy} or {@code mmm-yy}.
 *
 * <p>{@code d} is a day of one or two digits, {@code dd} of two, {@code m} and {@code mm} a month
 * in the same way, {@code mmm} its first three letters, {@code mmmm} its English name, {@code yyyy}
 * a year, and {@code yy} one from 2000 to 2099. Everything else stands for itself. Without a day it
 * gives a date known to the month. Immutable, and safe for many threads.
 */
public final class DateForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "[^dmy]*((dd?[^dmy]*)?m{1,4}[^dmy]*|m{1,4}[^dmy]+dd?[^dmy]+)(yyyy|yy)[^dmy]*");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("[^dmy]*yyyy[^dmy]*m{1,4}([^dmy]*dd?)?[^dmy]*");

  private static final Pattern NO_LETTER_OF_A_DATE = Pattern.compile("[^dmy]+");

  private final String form;
  private final transient DateTimeFormatter formatter;

  private DateForm(String form) {
    this.form = form;
    this.formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern(form))
            .toFormatter(Locale.ENGLISH)
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * The form of that name.
   *
   * @throws IllegalArgumentException when it names no month and year
   */
  public static DateForm of(String form) {
    if (!DAY_FIRST.matcher(form).matches() && !YEAR_FIRST.matcher(form).matches()) {
      throw new IllegalArgumentException(form);
    }
    return new DateForm(form);
  }

  /** Java's letters for this form's; what is no letter of a date is quoted. */
  private static String pattern(String form) {
    return NO_LETTER_OF_A_DATE
        .matcher(form)
        .replaceAll(run -> Matcher.quoteReplacement("'" + run.group().replace("'", "''") + "'"))
        .replace('m', 'M')
        .replace('y', 'u');
  }

  /** Reads a date; null when the text is not of this form, or names no day of the calendar. */
  public @Nullable PartialDate parse(String text) {
    try {
      TemporalAccessor parsed = formatter.parseBest(text.strip(), LocalDate::from, YearMonth::from);
      int year = parsed.get(ChronoField.YEAR);
      if (year < 1 || year > 9999) {
        return null;
      }
      return parsed instanceof LocalDate day
          ? PartialDate.of(day)
          : PartialDate.parse(parsed.toString());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Formatters cannot be sent to workers, so that each makes its own. */
  private Object readResolve() {
    return new DateForm(form);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DateForm date && date.form.equals(form);
  }

  @Override
  public int hashCode() {
    return form.hashCode();
  }

  /** The form itself. */
  @Override
  public String toString() {
    return form;
  }
}
