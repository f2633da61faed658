package org.gradeline.publishing.checks;

import static org.gradeline.publishing.checks.LimitCheck.count;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gradeline.reference.Gate;
import org.gradeline.reference.Gate.Figure;
import org.gradeline.reference.Severity;
import org.gradeline.tables.Check;

/** How old the newest record is, on the day of the run and on the day as at which it counts. */
public final class AgeChecks {
  /** The check of the run's day. */
  public static final String AS_AT = "as_at";

  /** Longer than this after the newest record, a run counts on records that it does not have. */
  private static final int MAX_DAYS_AFTER_NEWEST = 90;

  private final RunFigures figures;
  private final Requirements requirements;

  private AgeChecks(RunFigures figures, Requirements requirements) {
    this.figures = figures;
    this.requirements = requirements;
  }

  static List<Check> of(RunFigures figures, Requirements requirements) {
    AgeChecks checks = new AgeChecks(figures, requirements);
    return List.of(checks.newestRecord(), checks.asAt());
  }

  private Check newestRecord() {
    Figure figure = Figure.NEWEST_RECORD_DAYS;
    Gate gate = requirements.gates().of(figure);
    LocalDate newest = figures.newest();
    String value = newest == null ? "" : newest.toString();
    String message =
        newest == null
            ? "no record has a day of publication"
            : "the newest record was published on " + newest;
    if (gate == null) {
      return LimitCheck.off(figure.key(), value, message, "run.json");
    }
    long age = newest == null ? 0 : ChronoUnit.DAYS.between(newest, requirements.today());
    String limit = ", the limit is " + count((long) gate.limit(), "day", "days");
    return LimitCheck.of(
        figure.key(),
        gate.severity(),
        newest != null && age <= gate.limit(),
        value,
        gate.limit(),
        message + limit,
        message + (newest == null ? "" : ", " + count(age, "day", "days") + " ago") + limit,
        "run.json");
  }

  /** Long after the newest record, nobody knows what inspectors have found since. */
  private Check asAt() {
    LocalDate newest = figures.newest();
    long days = newest == null ? 0 : ChronoUnit.DAYS.between(newest, figures.asAt());
    String message =
        days <= 0
            ? "as_at " + figures.asAt() + " is not after the newest record"
            : "the newest record was published on "
                + newest
                + ", "
                + count(days, "day", "days")
                + " before as_at "
                + figures.asAt();
    String whole = message + ", the limit is " + MAX_DAYS_AFTER_NEWEST + " days";
    return LimitCheck.of(
        AS_AT,
        Severity.WARNING,
        days <= MAX_DAYS_AFTER_NEWEST,
        Long.toString(Math.max(0, days)),
        MAX_DAYS_AFTER_NEWEST,
        whole,
        whole,
        "run.json");
  }
}
