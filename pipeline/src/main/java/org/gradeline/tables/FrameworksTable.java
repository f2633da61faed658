package org.gradeline.tables;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.reference.Area;
import org.gradeline.reference.Framework;

/** The frameworks, for joining. */
final class FrameworksTable implements ReferenceTable<Framework> {
  private static final Table<Framework> TABLE =
      Table.<Framework>of(
              "frameworks",
              "A framework: the rulebook of an inspection.",
              List.of(
                  CommonColumns.FRAMEWORK,
                  Column.text("label", Framework::label, "Its name."),
                  Column.text(
                      "scheme",
                      framework -> framework.scheme().key(),
                      "The programme of inspections."),
                  Column.oneOf(
                      "coverage",
                      List.of("full", "partial"),
                      framework -> framework.full() ? "full" : "partial",
                      "full: an inspection ends every line of the scheme that it does not judge;"
                          + " partial: it ends none."),
                  Column.text(
                      "scale", framework -> framework.scale().key(), "The scale of its grades."),
                  Column.partialDateOrBlank(
                      "first_day",
                      framework -> CommonColumns.date(framework.firstDay()),
                      "First day on which its inspections start; blank when before the records"
                          + " begin."),
                  Column.partialDateOrBlank(
                      "last_day",
                      framework -> CommonColumns.date(framework.lastDay()),
                      "Last day on which its inspections start; blank while it is in use."),
                  Column.text(
                      "areas",
                      framework ->
                          framework.areas().stream()
                              .map(Area::key)
                              .collect(Collectors.joining("; ")),
                      "The areas that it judges, joined by '; '.")),
              "framework")
          .withCaveats(Caveats.DIFFERENT_TESTS, Caveats.AREAS_COME_AND_GO);

  @Override
  public Table<Framework> table() {
    return TABLE;
  }

  @Override
  public Stream<Framework> rows(RunView run) {
    return run.reference().frameworks().stream();
  }
}
