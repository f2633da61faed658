package org.gradeline.tables;

import java.util.Arrays;
import java.util.List;
import org.gradeline.reference.Severity;

/** What a run was checked for, and how the checks ended. */
public final class ChecksTable {
  private static final int DECIMALS = 4;

  /** The table. */
  public static final Table<Check> TABLE =
      Table.quality(
          "checks",
          "A check of the run: a figure beside its limit. A run that fails one of severity error is"
              + " not published.",
          List.of(
              Column.text(
                  "check",
                  Check::name,
                  "What is checked; those of data/gates.yaml are under its names, and"
                      + " councils_graded of a further scheme is followed by the scheme."),
              Column.oneOf(
                  "severity",
                  Arrays.stream(Severity.values()).map(Severity::key).toList(),
                  check -> check.severity().key(),
                  "error: nothing is published when it fails; warning: it is reported."),
              Column.oneOf(
                  "result",
                  Arrays.stream(Check.Result.values()).map(Check.Result::key).toList(),
                  check -> check.result().key(),
                  "off: no limit is set."),
              Column.textOrBlank(
                  "value",
                  Check::value,
                  "The figure: a number, a percentage from 0 to 100, or a day."),
              Column.numberOrBlank(
                  "limit",
                  DECIMALS,
                  Check::limit,
                  "The limit: a number, a percentage, or days; blank when off."),
              Column.text("message", Check::message, "The figure and the limit in words.")));

  private ChecksTable() {}
}
