package org.gradeline.site.charts;

/** Numbers as short decimals with a full stop, whatever the locale. */
final class Decimals {
  private Decimals() {}

  /** Appends a number with at most two decimals and no idle zeros: 12.5, 3, -0.25. */
  static void append(StringBuilder text, double number) {
    appendScaled(text, Math.round(finite(number) * 100), 100);
  }

  /** A number with at most two decimals and no idle zeros. */
  static String text(double number) {
    StringBuilder text = new StringBuilder();
    append(text, number);
    return text.toString();
  }

  /** A number with at most one decimal and no idle zeros: 12.5, 3. */
  static String oneDecimal(double number) {
    StringBuilder text = new StringBuilder();
    appendTenths(text, Math.round(finite(number) * 10));
    return text.toString();
  }

  /** Appends a number that is counted in tenths: 125 as 12.5. */
  static void appendTenths(StringBuilder text, long tenths) {
    appendScaled(text, tenths, 10);
  }

  /**
   * A percentage in whole numbers: "23%". A share that would be rounded to none or to all is "<1%"
   * or ">99%".
   */
  static String percent(double percent) {
    long whole = Math.round(finite(percent));
    if (whole == 0 && percent > 0) {
      return "<1%";
    }
    return whole == 100 && percent < 100 ? ">99%" : whole + "%";
  }

  private static double finite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("Cannot be drawn: " + number);
    }
    return number;
  }

  private static void appendScaled(StringBuilder text, long scaled, int scale) {
    long size = Math.abs(scaled);
    if (scaled < 0) {
      text.append('-');
    }
    text.append(size / scale);
    long rest = size % scale;
    if (rest == 0) {
      return;
    }
    text.append('.');
    if (scale == 100 && rest < 10) {
      text.append('0');
    }
    text.append(scale == 100 && rest % 10 == 0 ? rest / 10 : rest);
  }
}
