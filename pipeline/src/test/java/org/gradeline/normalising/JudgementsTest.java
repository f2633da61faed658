package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.gradeline.normalising.Example.devon;
import static org.gradeline.normalising.Example.knowsley;
import static org.gradeline.normalising.Example.rejection;
import static org.gradeline.normalising.Example.visit;

import java.util.List;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.QualityIssue.Rejection;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad judgement or finding is rejected on its own; the record lives on without it. */
class JudgementsTest {

  @Test
  void judgementsStandInTheOrderOfTheFrameworksAreasAndAsPrinted() {
    Inspection inspection =
        knowsley()
            .withoutJudgements()
            .judged("lscb", " Inadequate ")
            .judged("adoption", "INADEQUATE")
            .judged("overall_effectiveness", "Inadequate")
            .inspection();

    assertThat(inspection.judgements())
        .containsExactly(
            new Judgement(0, 4, "Inadequate", 3, 42),
            new Judgement(3, 4, "INADEQUATE", 3, 42),
            new Judgement(6, 4, "Inadequate", 3, 42));
    assertThat(inspection.unreadableAreas()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "sif,  in_care,          ''",
    "sif,  care_leaver,      care_leavers",
    "sif,  leadership_management_and_governance, leadership_management_governance",
    "sif,  impact_of_leaders, ''",
    "lscb, adoption,         ''",
    "sif,  '',               ''",
  })
  void anAreaThatTheFrameworkDoesNotHaveIsRejected(String framework, String area, String nearest) {
    Example record =
        knowsley()
            .with(Field.FRAMEWORK, framework)
            .withoutJudgements()
            .judged("lscb", "Inadequate")
            .judged(area, "Good");
    String areas =
        framework.equals("lscb")
            ? "lscb"
            : "overall_effectiveness, help_and_protection, looked_after_and_permanence, adoption,"
                + " care_leavers, leadership_management_governance, lscb";

    assertThat(record.inspection().judgements()).hasSize(1);
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.UNKNOWN_AREA,
                area,
                "Good",
                "'" + area + "' is not an area of " + framework + ". Use one of: " + areas + ".",
                nearest));
    assertThat(record.result().judgementsRead()).isEqualTo(2);
    assertThat(record.result().judgementsRejected()).isEqualTo(1);
  }

  @Test
  void aGradeThatCannotBeReadIsRejectedAndItsAreaIsKnownToBeUnreadable() {
    Example record = knowsley().judged("adoption", "Adequate");

    assertThat(record.inspection().judgements()).hasSize(2);
    assertThat(record.inspection().unreadableAreas()).isEqualTo(1L << 3);
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.UNKNOWN_GRADE,
                "adoption",
                "Adequate",
                "'Adequate' is not a SIF grade. Did you mean 'Requires improvement to be good'?",
                "Requires improvement to be good"));
    assertThat(record.result().judgementsRejected()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    // South Tyneside's inspection started in December 2022, under the old set of areas.
    "care_leavers, 2022-12-05, 2023-05-10, from 2023-01-01, on 2022-12-05",
    "care_leavers, 2022-12,    2023-05-10, from 2023-01-01, in 2022-12",
    "care_leavers, 2022,       2023-05-10, from 2023-01-01, in 2022",
    "care_leavers, '',         2022-12-31, from 2023-01-01, before 2022-12-31",
    // Brent and Somerset have no overall judgement from April 2026.
    "overall_effectiveness, 2026-04-27, 2026-06-17, before 2026-04-01, on 2026-04-27",
    "overall_effectiveness, 2026-04-01, 2026-06-17, before 2026-04-01, on 2026-04-01",
    "overall_effectiveness, 2026-04,    2026-06-17, before 2026-04-01, in 2026-04",
  })
  void anAreaThatWasNotJudgedAtTheTimeIsRejected(
      String area, String start, String published, String window, String started) {
    Example record =
        devon()
            .withoutJudgements()
            .with(Field.START_DATE, start)
            .without(Field.END_DATE)
            .with(Field.PUBLISHED_DATE, published)
            .judged("in_care", "Inadequate")
            .judged(area, "Good");

    assertThat(record.inspection().judgements()).hasSize(1);
    assertThat(record.inspection().unreadableAreas()).isZero();
    assertThat(record.issues())
        .contains(
            rejection(
                IssueType.AREA_NOT_JUDGED,
                area,
                "Good",
                "in ilacs, "
                    + area
                    + " is judged by inspections starting "
                    + window
                    + ", but this inspection started "
                    + started
                    + ". Leave the grade blank, or fix the date.",
                ""));
    assertThat(record.result().judgementsRejected()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "care_leavers, 2023-01-01, 2023-03-01",
    "care_leavers, 2023,       2023-03-01",
    "care_leavers, '',         2023-01-01",
    "overall_effectiveness, 2026-03-31, 2026-06-17",
    "overall_effectiveness, 2026,       2026-06-17",
    "overall_effectiveness, '',         2026-06-17",
  })
  void anAreaThatMayHaveBeenJudgedAtTheTimeIsTaken(String area, String start, String published) {
    Example record =
        devon()
            .withoutJudgements()
            .with(Field.START_DATE, start)
            .without(Field.END_DATE)
            .with(Field.PUBLISHED_DATE, published)
            .judged(area, "Good");

    assertThat(record.inspection().judgements()).hasSize(1);
    assertThat(record.issues()).noneMatch(Rejection.class::isInstance);
  }

  @Test
  void anAreaIsJudgedOnce() {
    Example record = knowsley().judged("lscb", "Good").judged("lscb", "Inadequate");

    assertThat(record.inspection().judgements())
        .extracting(Judgement::area, Judgement::rank)
        .containsExactly(tuple(0, 4), org.assertj.core.groups.Tuple.tuple(6, 4));
    assertThat(record.issues())
        .containsExactly(repeated("lscb", "Good"), repeated("lscb", "Inadequate"));
    assertThat(record.result().judgementsRead()).isEqualTo(4);
    assertThat(record.result().judgementsRejected()).isEqualTo(2);
  }

  private static Rejection repeated(String area, String grade) {
    return rejection(
        IssueType.REPEATED_AREA,
        area,
        grade,
        "the record judges " + area + " more than once. The first grade is used. Keep only one.",
        "");
  }

  @Test
  void aRecordOfWhichNoJudgementCanBeReadIsRejectedWithThem() {
    Example record =
        knowsley()
            .withoutJudgements()
            .judged("adoption", "nan")
            .judged("in_care", "Requires i mprovement");

    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues())
        .extracting(QualityIssue::type)
        .containsExactly(IssueType.UNKNOWN_GRADE, IssueType.UNKNOWN_AREA);
    assertThat(record.result().judgementsRead()).isEqualTo(2);
    assertThat(record.result().judgementsRejected()).isEqualTo(2);
  }

  @Test
  void findingsAreKeptWithTheirRecord() {
    Example record =
        knowsley()
            .found("risk assessment", "Weakness", " Too much on adults' needs. ")
            .found("senior leadership", " strength ", "Better supervision.")
            .found("record keeping", "improvement", "");

    assertThat(record.issues()).isEmpty();
    assertThat(record.inspection().findings())
        .containsExactly(
            new Finding("risk assessment", "weakness", "Too much on adults' needs."),
            new Finding("senior leadership", "strength", "Better supervision."),
            new Finding("record keeping", "improvement", ""));
  }

  @Test
  void aFindingOfAnotherKindIsRejectedOnItsOwn() {
    Example record =
        visit()
            .found("thresholds", "weaknes", "Not applied.")
            .found("staff", "strength", "Steady.");

    assertThat(record.accepted().findings())
        .containsExactly(new Finding("staff", "strength", "Steady."));
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.UNKNOWN_FINDING_KIND,
                "kind",
                "weaknes",
                "'weaknes' is not a kind of finding. Write strength, weakness or improvement.",
                "weakness"));
    assertThat(record.result().judgementsRejected()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u00a0", "\u200b\u200e", "\u2028\u00ad"})
  void aFindingWithoutAThemeIsRejectedOnItsOwn(String theme) {
    Example record =
        visit().found(theme, "weakness", "Not applied.").found("staff", "strength", "Steady.");

    assertThat(record.accepted().findings())
        .containsExactly(new Finding("staff", "strength", "Steady."));
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.MISSING_THEME,
                "theme",
                theme,
                "the finding has no theme. Fill in what it is about.",
                ""));
  }

  @ParameterizedTest
  @CsvSource({
    "monitoring visit, 0",
    "Monitoring,       0",
    "ILACS Monitoring Visit, 0",
    "focused visit,    1",
    "ILACS Focused Visit, 1",
    "follow-up visit,  2",
    "Follow up visit,  2"
  })
  void aRecordWithoutJudgementsIsAVisitWhenItsTypeSaysSo(String type, int position) {
    assertThat(visit().with(Field.INSPECTION_TYPE, type).accepted().type()).isEqualTo(position);
  }

  @Test
  void aVisitNeedsNoFrameworkAndKeepsItsTheme() {
    assertThat(visit().without(Field.FRAMEWORK).accepted().theme()).isEqualTo("Front door");
    assertThat(visit().without(Field.FRAMEWORK).issues()).isEmpty();
  }

  @Test
  void aVisitWithAJudgementIsAnInspection() {
    Example record = visit().judged("in_care", "Good").with(Field.PUBLISHED_DATE, "2022-03-04");

    assertThat(record.inspection().judgements()).hasSize(1);
    assertThat(record.inspection().type()).isEqualTo("monitoring visit");
    assertThat(List.of(record.inspection().council()))
        .containsExactly(visit().accepted().council());
  }
}
