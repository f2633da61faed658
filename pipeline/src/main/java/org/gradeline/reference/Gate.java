package org.gradeline.reference;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A limit to a figure of a run. A run beyond it does not replace the last reports, or warns.
 * Immutable.
 *
 * @param figure what is limited
 * @param scheme key of the scheme whose figure is limited; empty where a run has one figure, or for
 *     the scheme that grades the most councils
 * @param limit the highest value that passes, or the lowest: the figure says which
 * @param severity what happens when the figure is beyond the limit
 */
public record Gate(Figure figure, String scheme, double limit, Severity severity) {

  /** A gate that names no scheme. */
  public Gate(Figure figure, double limit, Severity severity) {
    this(figure, "", limit, severity);
  }

  /** Whether another gate limits the same figure of the same scheme. */
  boolean isOfSameFigure(Gate other) {
    return figure == other.figure && scheme.equals(other.scheme);
  }

  /** A figure that a gate can be set for. */
  public enum Figure {
    /** Rejected records in percent of the records read: at most. */
    REJECTED_PERCENT(true),
    /** Judgements that are rejected on their own, not with their record: at most. */
    REJECTED_JUDGEMENTS(false),
    /** Judgements on which sources differ in percent of the judgements read: at most. */
    CONFLICT_PERCENT(true),
    /** Open councils with a grade on a leading line of a scheme: at least. */
    COUNCILS_GRADED(false),
    /** Ratings of the last reports that the run no longer has: at most. */
    RATINGS_VANISHED(false),
    /** Days since the newest record was published: at most. */
    NEWEST_RECORD_DAYS(false);

    /** As many digits as a figure of a run can have, and no more decimals than a table shows. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,4})?");

    private static final double HUNDRED = 100;

    private final boolean percent;

    Figure(boolean percent) {
      this.percent = percent;
    }

    /** Its name in files and tables. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether every scheme has one of its own. */
    public boolean isByScheme() {
      return this == COUNCILS_GRADED;
    }

    /** Whether it is a percentage, from 0 to 100, and not a number of things. */
    public boolean isPercent() {
      return percent;
    }

    /** Reads a limit; empty when the text is not a limit for this figure. */
    public OptionalDouble limit(String text) {
      if (!NUMBER.matcher(text).matches()) {
        return OptionalDouble.empty();
      }
      double limit = Double.parseDouble(text);
      boolean fits = percent ? limit <= HUNDRED : limit == Math.rint(limit);
      return fits ? OptionalDouble.of(limit) : OptionalDouble.empty();
    }

    /** What a limit looks like, for people who wrote something else. */
    public String expected() {
      return percent ? "a number from 0 to 100, such as 5 or 0.5" : "a whole number from 0";
    }
  }
}
