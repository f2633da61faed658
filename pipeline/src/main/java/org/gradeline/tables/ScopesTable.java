package org.gradeline.tables;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Scope;

/** The scopes, for joining. */
final class ScopesTable implements ReferenceTable<ScopesTable.Row> {
  private static final Table<Row> TABLE =
      Table.of(
          "scopes",
          "A scope: which frameworks a row counts.",
          List.of(
              CommonColumns.SCOPE.of(Row::scope),
              Column.text("label", row -> row.scope().label(), "Its name in headings."),
              Column.text(
                  "frameworks",
                  Row::counted,
                  "The frameworks that count, joined by '; '. A line counts those of its own scheme"
                      + " alone.")),
          "scope");

  /**
   * A scope.
   *
   * @param scope the scope
   * @param frameworks all frameworks
   */
  record Row(Scope scope, List<Framework> frameworks) {
    String counted() {
      return frameworks.stream()
          .filter(scope::includes)
          .map(Framework::key)
          .collect(Collectors.joining("; "));
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public Stream<Row> rows(RunView run) {
    return run.scopes().stream().map(scope -> new Row(scope, run.reference().frameworks()));
  }
}
