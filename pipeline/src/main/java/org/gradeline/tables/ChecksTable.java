package org.gradeline.tables;

import java.util.Arrays;
import java.util.List;
import org.gradeline.reference.Severity;

/** What a run was checked for, and how the checks ended. */
public final class ChecksTable implements RunTable<Check> {
  private static final int DECIMALS = 4;

  private final TableSchema schema =
      TableSchema.quality(
          "checks",
          "A check of the run: a figure beside its limit. A run that fails one of severity error is not published.",
          List.of(
              Column.text("check", "What is checked; those of data/gates.yaml are under its names.")
                  .filled(),
              Column.oneOf(
                      "severity",
                      Arrays.stream(Severity.values()).map(Severity::key).toList(),
                      "error: nothing is published when it fails; warning: it is told.")
                  .filled(),
              Column.oneOf(
                      "result",
                      Arrays.stream(Check.Result.values()).map(Check.Result::key).toList(),
                      "off: no limit is set.")
                  .filled(),
              Column.text("value", "The figure: a number, a percentage from 0 to 100, or a day."),
              Column.number("limit", "The limit: a number, a percentage, or days; blank when off."),
              Column.text("message", "The figure and the limit in words.").filled()),
          false);

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public void write(Check check, RowWriter rows) {
    rows.text(check.name())
        .text(check.severity().key())
        .text(check.result().key())
        .text(check.value())
        .decimal(check.limit(), DECIMALS)
        .text(check.message())
        .endRow();
  }
}
