package org.gradeline.tables;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.gradeline.reference.Context.Figure;
import org.gradeline.reference.Council;
import org.gradeline.reference.Reference;

/** Figures of other statistics that councils are compared by. */
final class ContextTable implements ReferenceTable<ContextTable.Row> {
  private static final int MAX_DECIMALS = 6;

  private final Table<Row> table;

  /**
   * @param reference the run's reference data: the measures and marks that the description names
   */
  ContextTable(Reference reference) {
    table =
        Table.<Row>of(
                "context",
                "A figure of another statistic on a council in a year, of the reference data's"
                    + " context files. It is no cause of a grade.",
                List.of(
                    Column.integer("year", row -> row.figure().year(), "The year."),
                    CommonColumns.LA_CODE.of(Row::council),
                    CommonColumns.COUNCIL.of(Row::council),
                    Column.text("measure", row -> row.figure().measure(), measures(reference)),
                    Column.numberOrBlank(
                        "value",
                        MAX_DECIMALS,
                        Row::value,
                        "The figure, in the unit of the measure; blank where a mark is in its"
                            + " place."),
                    Column.textOrBlank("mark", row -> row.figure().mark(), marks(reference))),
                "year",
                "la_code",
                "measure")
            .withCaveats(Caveats.CONTEXT);
  }

  private static String measures(Reference reference) {
    StringBuilder text = new StringBuilder("What the figure says.");
    reference
        .context()
        .measures()
        .values()
        .forEach(
            measure ->
                text.append(' ')
                    .append(measure.key())
                    .append(": ")
                    .append(measure.label())
                    .append(measure.unit().isEmpty() ? "" : " (" + measure.unit() + ")")
                    .append('.'));
    return text.toString();
  }

  private static String marks(Reference reference) {
    StringBuilder text =
        new StringBuilder("The mark in place of a figure; blank where there is one.");
    reference
        .context()
        .marks()
        .forEach(
            (mark, meaning) ->
                text.append(' ').append(mark).append(": ").append(meaning).append('.'));
    return text.toString();
  }

  /**
   * A figure.
   *
   * @param council the council
   * @param figure the figure
   */
  record Row(Council council, Figure figure) {
    OptionalDouble value() {
      return figure.value().isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(Double.parseDouble(figure.value()));
    }
  }

  @Override
  public Table<Row> table() {
    return table;
  }

  @Override
  public Stream<Row> rows(RunView run) {
    return run.reference().context().figures().stream()
        .map(figure -> new Row(run.reference().councils().all().get(figure.council()), figure));
  }
}
