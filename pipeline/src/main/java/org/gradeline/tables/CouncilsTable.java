package org.gradeline.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.reference.Council;
import org.gradeline.reference.Geography;

/** The councils, for joining. */
final class CouncilsTable implements ReferenceTable<CouncilsTable.Row> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "councils",
              "A council, open or closed: its codes, names and groups as they are at the run's"
                  + " as_at, or were on its last day.",
              List.of(
                  CommonColumns.LA_CODE.of(Row::council),
                  Column.textOrBlank(
                      "gss_code",
                      row -> row.council().codeOn(row.day()),
                      "Its nine-character code."),
                  CommonColumns.COUNCIL.of(Row::council),
                  Column.text(
                      "official_name", row -> row.council().officialName(), "Its official name."),
                  Column.textOrBlank(
                      "council_type",
                      row -> row.group(Geography.COUNCIL_TYPE),
                      "The kind of council."),
                  Column.textOrBlank(
                      "region", row -> row.group(Geography.REGION), "The region it is in."),
                  Column.textOrBlank(
                      "ofsted_region",
                      row -> row.group(Geography.OFSTED_REGION),
                      "The region it is in as Ofsted draws them."),
                  Column.partialDateOrBlank(
                      "opened",
                      row -> CommonColumns.date(row.council().opened()),
                      "First day on which it existed; blank when before the records begin."),
                  Column.partialDateOrBlank(
                      "closed",
                      row -> CommonColumns.date(row.council().closed()),
                      "First day on which it no longer existed; blank when it still does."),
                  Column.textOrBlank(
                      "successors",
                      Row::successors,
                      "la_code of the councils that took over part or all of it, joined by '; '.")),
              "la_code")
          .withCaveats(Caveats.CLOSED_COUNCILS);

  /**
   * A council.
   *
   * @param council the council
   * @param asAt the run's as_at
   * @param takenOverBy the councils that took over
   */
  record Row(Council council, LocalDate asAt, List<Council> takenOverBy) {
    /** The run's day, or its last day when it closed before, or its first when it opened later. */
    LocalDate day() {
      LocalDate closed = council.closed();
      LocalDate opened = council.opened();
      if (closed != null && !closed.isAfter(asAt)) {
        return closed.minusDays(1);
      }
      return opened != null && opened.isAfter(asAt) ? opened : asAt;
    }

    String group(String grouping) {
      return council.geography(grouping, day());
    }

    String successors() {
      return takenOverBy.stream().map(Council::laCode).collect(Collectors.joining("; "));
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public Stream<Row> rows(RunView run) {
    return run.reference().councils().all().stream()
        .map(
            council ->
                new Row(
                    council,
                    run.date().asAt(),
                    run.reference().successors().getOrDefault(council.position(), List.of())));
  }
}
