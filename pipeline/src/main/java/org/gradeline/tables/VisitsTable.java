package org.gradeline.tables;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.normalising.CouncilRecord.Visit;

/** Every visit that was accepted. */
final class VisitsTable implements CouncilTable {
  private final TableSchema schema =
      TableSchema.table(
          "visits",
          "A visit: an event without a grade.",
          List.of(
              CommonColumns.LA_CODE,
              CommonColumns.COUNCIL,
              Column.text("visit_type", "The kind of visit.").filled(),
              CommonColumns.START_DATE,
              CommonColumns.PUBLISHED_DATE,
              Column.text("theme", "What the visit was about; blank when unknown."),
              CommonColumns.REPORT,
              CommonColumns.SOURCE,
              CommonColumns.SOURCE_LINE));

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public void write(CouncilHistory history, RunView run, TableParts parts) {
    RowWriter rows = parts.rows(schema);
    history.merged().visits().stream()
        .sorted(
            Comparator.comparing((Visit visit) -> type(visit, run))
                .thenComparing(visit -> Objects.toString(visit.start(), ""))
                .thenComparing(visit -> Objects.toString(visit.published(), ""))
                .thenComparing(Visit::theme)
                .thenComparing(Visit::report)
                .thenComparingInt(Visit::source)
                .thenComparingLong(Visit::lineNumber))
        .forEach(
            visit ->
                CommonColumns.council(history.council(), rows)
                    .text(type(visit, run))
                    .date(visit.start())
                    .date(visit.published())
                    .text(visit.theme())
                    .text(visit.report())
                    .text(run.source(visit.source()))
                    .number(visit.lineNumber())
                    .endRow());
  }

  private static String type(Visit visit, RunView run) {
    return run.reference().visitTypes().get(visit.type()).key();
  }
}
