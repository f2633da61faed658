package org.gradeline.tables;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradeline.reference.KnownPeriod;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scheme;
import org.gradeline.reference.VisitType;
import org.jspecify.annotations.Nullable;

/** The types of visit, for joining. */
final class VisitTypesTable implements ReferenceTable<VisitTypesTable.Row> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "visit_types",
              "A type of visit: an event without a grade.",
              List.of(
                  Column.text("visit_type", row -> row.type().key(), "The type."),
                  Column.textOrBlank(
                      "scheme",
                      Row::scheme,
                      "The scheme that it belongs to; blank when it is of every scheme."),
                  Column.partialDateOrBlank(
                      "known_from",
                      row -> row.day(KnownPeriod::from),
                      "First day of the period in which all its visits are known; blank when there"
                          + " is none."),
                  Column.partialDateOrBlank(
                      "known_until",
                      row -> row.day(KnownPeriod::until),
                      "Last day of that period.")),
              "visit_type")
          .withCaveats(Caveats.KNOWN_VISITS);

  /**
   * A type of visit.
   *
   * @param type the type
   * @param known the days between which its visits are known; null when there are none
   */
  record Row(VisitType type, @Nullable KnownPeriod known) {
    static Row of(VisitType type, Reference reference) {
      return new Row(
          type,
          reference.knownPeriods().stream()
              .filter(period -> period.event().equals(type.key()))
              .findFirst()
              .orElse(null));
    }

    @Nullable String scheme() {
      Scheme scheme = type.scheme();
      return scheme == null ? null : scheme.key();
    }

    @Nullable PartialDate day(Function<KnownPeriod, LocalDate> day) {
      return known == null ? null : PartialDate.of(day.apply(known));
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public Stream<Row> rows(RunView run) {
    return run.reference().visitTypes().stream()
        .sorted(Comparator.comparing(VisitType::key))
        .map(type -> Row.of(type, run.reference()));
  }
}
