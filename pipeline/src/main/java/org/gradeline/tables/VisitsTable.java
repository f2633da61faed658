package org.gradeline.tables;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.Council;

/** Every visit that was accepted. */
final class VisitsTable implements CouncilTable<VisitsTable.Row> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "visits",
              "A visit: an event without a grade.",
              List.of(
                  CommonColumns.LA_CODE.of(Row::council),
                  CommonColumns.COUNCIL.of(Row::council),
                  Column.text("visit_type", Row::type, "The kind of visit."),
                  CommonColumns.startDate(row -> row.visit().start()),
                  CommonColumns.publishedDateOrBlank(row -> row.visit().published()),
                  Column.textOrBlank(
                      "theme",
                      row -> row.visit().theme(),
                      "What the visit was about; blank when unknown."),
                  CommonColumns.report(row -> row.visit().report()),
                  CommonColumns.SOURCE.of(Row::source),
                  CommonColumns.SOURCE_LINE.of(row -> row.visit().lineNumber())))
          .withCaveats(Caveats.KNOWN_VISITS, Caveats.WHENEVER_PUBLISHED);

  /**
   * A visit.
   *
   * @param council the council
   * @param type the kind of visit
   * @param visit the visit
   * @param source name of the file that it is from
   */
  record Row(Council council, String type, Visit visit, String source) {
    private static final Comparator<Row> IN_COLUMN_ORDER =
        Comparator.comparing(Row::type)
            .thenComparing(row -> Objects.toString(row.visit().start(), ""))
            .thenComparing(row -> Objects.toString(row.visit().published(), ""))
            .thenComparing(row -> row.visit().theme())
            .thenComparing(row -> row.visit().report())
            .thenComparingInt(row -> row.visit().source())
            .thenComparingLong(row -> row.visit().lineNumber());
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public void rows(CouncilHistory history, RunView run, Consumer<? super Row> rows) {
    history.merged().visits().stream()
        .map(
            visit ->
                new Row(
                    history.council(),
                    run.reference().visitTypes().get(visit.type()).key(),
                    visit,
                    run.source(visit.source())))
        .sorted(Row.IN_COLUMN_ORDER)
        .forEachOrdered(rows);
  }
}
