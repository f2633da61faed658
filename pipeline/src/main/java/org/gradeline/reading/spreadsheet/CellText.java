package org.gradeline.reading.spreadsheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of typed values, as a CSV file of records has them. */
final class CellText {
  /** Digits that every double holds exactly. */
  private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})");

  private static final Pattern MIDNIGHT = Pattern.compile("T00:00(:00(\\.0+)?)?$");
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final double MAX_EXACT = 1e15;
  private static final int SECONDS_PER_DAY = 86_400;

  /** The last day that spreadsheets know: 31 December 9999. */
  private static final double MAX_DAY = 2_958_466;

  /** Before 1 March 1900, whose number is 61, Excel counts a 29 February that never was. */
  private static final int FIRST_SOUND_DAY = 61;

  private CellText() {}

  /** A number: whole ones without a fraction, others as short as they can be. */
  static String number(String stored) {
    if (PLAIN_NUMBER.matcher(stored).matches()) {
      return stored;
    }
    try {
      double number = Double.parseDouble(stored);
      if (!Double.isFinite(number)) {
        return stored;
      }
      if (number == Math.rint(number) && Math.abs(number) < MAX_EXACT) {
        return Long.toString((long) number);
      }
      return Math.abs(number) > 1e-6 && Math.abs(number) < MAX_EXACT
          ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
          : Double.toString(number);
    } catch (NumberFormatException e) {
      return stored;
    }
  }

  /** A yes or no: {@code 1} and {@code true} are yes. */
  static String bool(String stored) {
    String value = stored.strip().toLowerCase(Locale.ROOT);
    return value.equals("1") || value.equals("true") ? "TRUE" : "FALSE";
  }

  /** A date in ISO 8601; of a midnight, its day alone. */
  static String date(String stored) {
    return MIDNIGHT.matcher(stored.strip()).replaceFirst("");
  }

  /** A day that is stored as its number, as XLSX has it; the number when there is no such day. */
  static String date(String stored, boolean from1904) {
    try {
      double days = Double.parseDouble(stored);
      if (!(days >= 0 && days < MAX_DAY)) {
        return number(stored);
      }
      LocalDateTime start =
          from1904
              ? LocalDateTime.of(1904, 1, 1, 0, 0)
              : LocalDateTime.of(1899, 12, days < FIRST_SOUND_DAY ? 31 : 30, 0, 0);
      LocalDateTime time = start.plusSeconds(Math.round(days * SECONDS_PER_DAY));
      return date(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
    } catch (NumberFormatException | DateTimeException e) {
      return number(stored);
    }
  }

  /** A time of day that is stored as a share of a day; the number when it is more than a day. */
  static String time(String stored) {
    try {
      double share = Double.parseDouble(stored);
      long seconds = Math.round(share * SECONDS_PER_DAY);
      return share >= 0 && seconds < SECONDS_PER_DAY
          ? LocalTime.ofSecondOfDay(seconds).toString()
          : number(stored);
    } catch (NumberFormatException e) {
      return stored;
    }
  }

  /** A time of day that is stored as a duration, as ODS has it: {@code PT10H30M00S}. */
  static String duration(String stored) {
    try {
      Duration duration = Duration.parse(stored.strip());
      return !duration.isNegative() && duration.toDays() == 0
          ? LocalTime.MIDNIGHT.plus(duration).toString()
          : stored;
    } catch (DateTimeParseException e) {
      return stored;
    }
  }

  /** A text whose characters may be escaped, as {@code _x000D_} is a carriage return in XLSX. */
  static String unescaped(String stored) {
    if (!stored.contains("_x")) {
      return stored;
    }
    Matcher escapes = ESCAPED.matcher(stored);
    StringBuilder text = new StringBuilder(stored.length());
    while (escapes.find()) {
      char character = (char) Integer.parseInt(escapes.group(1), 16);
      escapes.appendReplacement(text, Matcher.quoteReplacement(String.valueOf(character)));
    }
    return escapes.appendTail(text).toString();
  }
}
