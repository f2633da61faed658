package org.gradeline.tables;

import java.util.List;
import java.util.stream.Stream;
import org.gradeline.reference.Context.Measure;

/** The measures of the context, for joining. */
final class MeasuresTable implements ReferenceTable<Measure> {
  private static final Table<Measure> TABLE =
      Table.of(
          "measures",
          "A measure: what a figure of the context says.",
          List.of(
              Column.text("measure", Measure::key, "The measure."),
              Column.text("label", Measure::label, "Its name in headings."),
              Column.textOrBlank("unit", Measure::unit, "The unit of its figures."),
              Column.textOrBlank("source", Measure::source, "Where its figures are from."),
              Column.textOrBlank("caveat", Measure::caveat, "What a reader should know.")),
          "measure");

  @Override
  public Table<Measure> table() {
    return TABLE;
  }

  @Override
  public Stream<Measure> rows(RunView run) {
    return run.reference().context().measures().values().stream();
  }
}
