package org.gradeline.reference;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A limit that a figure of a run must keep to, so that the run may replace the last reports.
 *
 * @param figure what is held to the limit
 * @param limit the highest value that passes, or the lowest: the figure says which
 * @param severity what it means when the figure is beyond the limit
 */
public record Gate(Figure figure, double limit, Severity severity) {

  /** A figure that a gate can be set for. */
  public enum Figure {
    /** Rejected records in hundredths of the records read: at the most. */
    REJECTED_PERCENT(true),
    /** Judgements on which sources differ in hundredths of the judgements read: at the most. */
    CONFLICT_PERCENT(true),
    /** Open councils with a grade on the first line: at the least. */
    COUNCILS_GRADED(false),
    /** Ratings of the last reports that the run no longer has: at the most. */
    RATINGS_VANISHED(false),
    /** Days since the newest record was published: at the most. */
    NEWEST_RECORD_DAYS(false);

    /** As many digits as a figure of a run can have, and no more decimals than a table shows. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,4})?");

    private static final double HUNDRED = 100;

    private final boolean percent;

    Figure(boolean percent) {
      this.percent = percent;
    }

    /** As it is written in files and tables. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a share, from 0 to 100, and not a number of things. */
    public boolean isPercent() {
      return percent;
    }

    /** Reads a limit; empty when the text is no limit for this figure. */
    public OptionalDouble limit(String text) {
      if (!NUMBER.matcher(text).matches()) {
        return OptionalDouble.empty();
      }
      double limit = Double.parseDouble(text);
      boolean fits = percent ? limit <= HUNDRED : limit == Math.rint(limit);
      return fits ? OptionalDouble.of(limit) : OptionalDouble.empty();
    }

    /** What a limit is, for people who wrote another thing. */
    public String expected() {
      return percent ? "a number from 0 to 100, such as 5 or 0.5" : "a whole number from 0";
    }
  }
}
