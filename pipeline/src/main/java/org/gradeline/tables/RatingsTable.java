package org.gradeline.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.reference.Council;
import org.gradeline.reference.Framework;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Scale;
import org.jspecify.annotations.Nullable;

/** Every judgement that was accepted. */
public final class RatingsTable implements CouncilTable<RatingsTable.Row> {
  /** The table. */
  public static final Table<Row> TABLE =
      Table.<Row>of(
              "ratings",
              "One area's outcome in one inspection: every judgement that was accepted, whenever it"
                  + " was published.",
              List.of(
                  CommonColumns.LA_CODE.of(Row::council),
                  CommonColumns.COUNCIL.of(Row::council),
                  CommonColumns.FRAMEWORK.of(Row::framework),
                  Column.textOrBlank(
                      "inspection_type",
                      row -> row.inspection().type(),
                      "The kind of inspection, as in the source; blank when unknown."),
                  Column.text("area", Row::area, "The area judged."),
                  Column.text(
                      "grade",
                      row ->
                          gradeKey(
                              row.framework().areas().get(row.judgement().area()).scale(),
                              row.judgement().rank()),
                      "The grade, or not_judged where the report says that it was not judged."),
                  Column.integerOrBlank(
                      "grade_rank",
                      Row::gradeRank,
                      "The grade's place in its scale, 1 being the best; blank when not judged."),
                  Column.text("wording", row -> row.judgement().wording(), "The grade as printed."),
                  CommonColumns.startDate(row -> row.inspection().start()),
                  Column.partialDateOrBlank(
                      "end_date",
                      row -> row.inspection().end(),
                      "Last day of the inspection as printed; blank when unknown."),
                  CommonColumns.publishedDate(row -> row.inspection().published()),
                  CommonColumns.report(row -> row.inspection().report()),
                  CommonColumns.SOURCE.of(Row::source),
                  CommonColumns.SOURCE_LINE.of(row -> row.judgement().lineNumber())))
          .withCaveats(
              Caveats.DIFFERENT_TESTS,
              Caveats.PRINTED_WORDS,
              Caveats.AREAS_COME_AND_GO,
              Caveats.RANKS,
              Caveats.WHENEVER_PUBLISHED);

  /**
   * A judgement.
   *
   * @param council the council
   * @param inspection the inspection
   * @param framework its framework
   * @param judgement the judgement
   * @param source name of the file that it is from
   */
  public record Row(
      Council council,
      Inspection inspection,
      Framework framework,
      Judgement judgement,
      String source) {
    private static final Comparator<Row> IN_COLUMN_ORDER =
        ((Comparator<Row>) Row::byArea)
            .thenComparingInt(row -> gradeOrder(row.judgement()))
            .thenComparing(row -> row.judgement().wording())
            .thenComparingInt(row -> packed(row.inspection().start()))
            .thenComparingInt(row -> packed(row.inspection().end()))
            .thenComparingInt(row -> row.inspection().published().packed())
            .thenComparing(row -> row.inspection().report())
            .thenComparingInt(row -> row.judgement().source())
            .thenComparingLong(row -> row.judgement().lineNumber());

    /** These three decide most comparisons, of which there are many for each judgement. */
    private static int byArea(Row one, Row other) {
      int order = one.framework.key().compareTo(other.framework.key());
      if (order == 0) {
        order = one.inspection.type().compareTo(other.inspection.type());
      }
      return order == 0 ? one.area().compareTo(other.area()) : order;
    }

    private String area() {
      return framework.areas().get(judgement.area()).key();
    }

    private OptionalLong gradeRank() {
      return judgement.rank() == Scale.NOT_JUDGED
          ? OptionalLong.empty()
          : OptionalLong.of(judgement.rank());
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public void rows(CouncilHistory history, RunView run, Consumer<? super Row> rows) {
    List<Row> ofCouncil = new ArrayList<>();
    for (Inspection inspection : history.merged().inspections()) {
      Framework framework = run.reference().frameworks().get(inspection.framework());
      for (Judgement judgement : inspection.judgements()) {
        ofCouncil.add(
            new Row(
                history.council(),
                inspection,
                framework,
                judgement,
                run.source(judgement.source())));
      }
    }
    ofCouncil.sort(Row.IN_COLUMN_ORDER);
    ofCouncil.forEach(rows);
  }

  /** The order of grades, best first, with "not judged" behind them. */
  static int gradeOrder(Judgement judgement) {
    return judgement.rank() == Scale.NOT_JUDGED ? Integer.MAX_VALUE : judgement.rank();
  }

  static String gradeKey(Scale scale, int rank) {
    return rank == Scale.NOT_JUDGED ? Scale.NOT_JUDGED_KEY : scale.grade(rank).key();
  }

  /** A number in whose order the dates are as printed: an unknown one first. */
  private static int packed(@Nullable PartialDate date) {
    return date == null ? 0 : date.packed();
  }
}
