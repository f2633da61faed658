package org.gradeline.tables;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gradeline.reference.Scheme;

/** The schemes, for joining. */
final class SchemesTable implements ReferenceTable<Scheme> {
  private static final Table<Scheme> TABLE =
      Table.of(
          "schemes",
          "A scheme: a programme of inspections with its own frameworks and lines.",
          List.of(
              Column.text("scheme", Scheme::key, "The scheme."),
              Column.text("label", Scheme::label, "Its name in headings."),
              Column.text("inspectorate", Scheme::inspectorate, "Who inspects.")),
          "scheme");

  @Override
  public Table<Scheme> table() {
    return TABLE;
  }

  @Override
  public Stream<Scheme> rows(RunView run) {
    return run.reference().schemes().stream().sorted(Comparator.comparing(Scheme::key));
  }
}
