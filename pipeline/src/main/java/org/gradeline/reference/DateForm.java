package org.gradeline.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.format.TextStyle;
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
 * a year, and {@code yy} one from 2000 to 2099. Every other character must appear as it is. A form
 * without a day gives a date known to the month. Immutable, and safe for many threads.
 *
 * <pre>{@code
 * DateForm.of("d mmmm yyyy").parse("12 March 2010"); // 2010-03-12
 * }</pre>
 */
public final class DateForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "[^dmy]*((dd?[^dmy]*)?m{1,4}[^dmy]*|m{1,4}[^dmy]+dd?[^dmy]+)(yyyy|yy)[^dmy]*");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("[^dmy]*yyyy[^dmy]*m{1,4}([^dmy]*dd?)?[^dmy]*");

  private static final Pattern PART = Pattern.compile("d+|m+|y+|[^dmy]+");

  private final String form;
  private final transient DateTimeFormatter formatter;

  private DateForm(String form) {
    this.form = form;
    this.formatter = formatter(form);
  }

  /**
   * The form of that name.
   *
   * @throws IllegalArgumentException when it has no month or no year
   */
  public static DateForm of(String form) {
    if (!DAY_FIRST.matcher(form).matches() && !YEAR_FIRST.matcher(form).matches()) {
      throw new IllegalArgumentException(form);
    }
    return new DateForm(form);
  }

  private static DateTimeFormatter formatter(String form) {
    DateTimeFormatterBuilder formatter = new DateTimeFormatterBuilder().parseCaseInsensitive();
    Matcher parts = PART.matcher(form);
    while (parts.find()) {
      switch (parts.group()) {
        case "d" -> formatter.appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE);
        case "dd" -> formatter.appendValue(ChronoField.DAY_OF_MONTH, 2);
        case "m" -> formatter.appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE);
        case "mm" -> formatter.appendValue(ChronoField.MONTH_OF_YEAR, 2);
        case "mmm" -> formatter.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT);
        case "mmmm" -> formatter.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.FULL);
        case "yy" -> formatter.appendValueReduced(ChronoField.YEAR, 2, 2, 2000);
        case "yyyy" -> formatter.appendValue(ChronoField.YEAR, 4);
        default -> formatter.appendLiteral(parts.group());
      }
    }
    return formatter
        .toFormatter(Locale.ENGLISH)
        .withChronology(IsoChronology.INSTANCE)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Reads a date; null when the text has another form or is not a day of the calendar. */
  public @Nullable PartialDate parse(String text) {
    try {
      TemporalAccessor parsed = formatter.parseBest(text.strip(), LocalDate::from, YearMonth::from);
      if (parsed.get(ChronoField.YEAR) < 1) {
        return null;
      }
      return parsed instanceof LocalDate day
          ? PartialDate.of(day)
          : PartialDate.parse(parsed.toString());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** A formatter cannot be sent to workers, so each of them makes its own. */
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
