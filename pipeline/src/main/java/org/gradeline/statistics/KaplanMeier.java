package org.gradeline.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * The product-limit estimate of how many have not yet recovered by a day, where some are no longer
 * watched before they recover (E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete
 * observations", Journal of the American Statistical Association 53, 1958).
 *
 * <p>The variance is Greenwood's; the 95 % limits are taken on the logarithm of the estimate and
 * cut off at 1, and quantiles read off as R's {@code survfit} does by default (T. Therneau, package
 * survival).
 */
public final class KaplanMeier {
  /** The 0.975 quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * How near to a quantile an estimate must come to be at it: the square root of the machine's
   * precision.
   */
  private static final double TOLERANCE = 1.4901161193847656e-8;

  private final List<Point> points;

  /**
   * What happened to those who were still watched on a day.
   *
   * @param recovered how many recovered
   * @param censored how many were watched no longer, without having recovered
   */
  public record Exits(long recovered, long censored) {
    /** Nobody. */
    public static final Exits NONE = new Exits(0, 0);

    /** All of them. */
    public long total() {
      return recovered + censored;
    }

    /** The sum of two. */
    public Exits plus(Exits other) {
      return new Exits(recovered + other.recovered, censored + other.censored);
    }
  }

  /**
   * The estimate on a day.
   *
   * @param day days since the beginning
   * @param atRisk how many were still watched up to this day and had not recovered
   * @param recovered how many recovered on it
   * @param censored how many were watched no longer from it on
   * @param notYet estimated share that has not recovered, 0 to 1
   * @param lower lower 95 % limit; empty once all have recovered
   * @param upper upper 95 % limit; empty once all have recovered
   */
  public record Point(
      long day,
      long atRisk,
      long recovered,
      long censored,
      double notYet,
      OptionalDouble lower,
      OptionalDouble upper) {}

  private KaplanMeier(List<Point> points) {
    this.points = points;
  }

  /**
   * Estimates from exits.
   *
   * @param exits by day since the beginning; those censored on a day were still at risk on it
   */
  public static KaplanMeier of(SortedMap<Long, Exits> exits) {
    long atRisk =
        exits.values().stream().mapToLong(exit -> exit.recovered() + exit.censored()).sum();
    double notYet = 1;
    double greenwood = 0;
    List<Point> points = new ArrayList<>();
    for (Map.Entry<Long, Exits> entry : exits.entrySet()) {
      long recovered = entry.getValue().recovered();
      long censored = entry.getValue().censored();
      notYet *= (double) (atRisk - recovered) / atRisk;
      greenwood +=
          recovered == 0 ? 0 : (double) recovered / ((double) atRisk * (atRisk - recovered));
      points.add(point(entry.getKey(), atRisk, recovered, censored, notYet, Math.sqrt(greenwood)));
      atRisk -= recovered + censored;
    }
    return new KaplanMeier(List.copyOf(points));
  }

  private static Point point(
      long day, long atRisk, long recovered, long censored, double notYet, double logError) {
    if (notYet == 0) {
      return new Point(
          day, atRisk, recovered, censored, 0, OptionalDouble.empty(), OptionalDouble.empty());
    }
    double lower = notYet * Math.exp(-Z * logError);
    double upper = Math.min(1, notYet * Math.exp(Z * logError));
    return new Point(
        day,
        atRisk,
        recovered,
        censored,
        notYet,
        OptionalDouble.of(lower),
        OptionalDouble.of(upper));
  }

  /** The estimate on every day on which anyone recovered or was watched no longer, in order. */
  public List<Point> points() {
    return points;
  }

  /**
   * The estimated share that has not recovered after a number of days: that of the last day on
   * which anything happened, 1 before the first.
   */
  public double notYetAfter(long days) {
    double notYet = 1;
    for (Point point : points) {
      if (point.day() > days) {
        break;
      }
      notYet = point.notYet();
    }
    return notYet;
  }

  /**
   * The day by which a share has recovered.
   *
   * @param share above 0 and below 1: 0.5 for the median
   * @return the first day on which the estimate is below the rest of the share; where it lies on it
   *     for a while, the middle of that while, or its first day when the estimate ends there, as R
   *     prints it; empty when it is not reached
   */
  public OptionalDouble quantile(double share) {
    return read(share, point -> OptionalDouble.of(point.notYet()));
  }

  /** Lower 95 % limit of a {@link #quantile}: where the lower limit of the estimate reaches it. */
  public OptionalDouble quantileLower(double share) {
    return read(share, Point::lower);
  }

  /** Upper 95 % limit of a {@link #quantile}: where the upper limit of the estimate reaches it. */
  public OptionalDouble quantileUpper(double share) {
    return read(share, Point::upper);
  }

  private OptionalDouble read(double share, Function<Point, OptionalDouble> curve) {
    double rest = 1 - share;
    OptionalDouble onIt = OptionalDouble.empty();
    double level = 0;
    for (Point point : points) {
      OptionalDouble value = curve.apply(point);
      if (value.isEmpty()) {
        continue;
      }
      double height = value.getAsDouble();
      if (onIt.isPresent()) {
        if (height < level) {
          return OptionalDouble.of((onIt.getAsDouble() + point.day()) / 2);
        }
      } else if (Math.abs(height - rest) < TOLERANCE) {
        onIt = OptionalDouble.of((double) point.day());
        level = height;
      } else if (height < rest) {
        return OptionalDouble.of((double) point.day());
      }
    }
    return onIt;
  }
}
