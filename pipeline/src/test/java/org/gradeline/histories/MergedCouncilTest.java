package org.gradeline.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.gradeline.histories.MergedCouncil.MergeCounts;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.normalising.IssueType;
import org.gradeline.normalising.QualityIssue.Warning;
import org.gradeline.reference.ProjectData;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Records of one event are one: what only one says is taken over, the first source is kept. */
class MergedCouncilTest {

  private static MergedCouncil merge(String... records) {
    return MergedCouncil.of(Records.of(records), Records.AS_NUMBERED);
  }

  private static List<String> told(MergedCouncil merged) {
    return merged.inspections().stream().map(Records::tell).toList();
  }

  @Nested
  class RealCases {
    @Test
    void whatThePressSaidOfKnowsleyIsOfTheInspectionsInTheOfficialTable() {
      MergedCouncil knowsley = ProjectRecords.history("340").merged();

      assertThat(told(knowsley))
          .containsExactly(
              "slac 2010-03-12 safeguarding=good looked_after=good",
              "sif 2014-04-29..2014-06-30 overall_effectiveness=inadequate"
                  + " help_and_protection=inadequate"
                  + " looked_after_and_permanence=requires_improvement"
                  + " adoption=inadequate care_leavers=requires_improvement"
                  + " leadership_management_governance=inadequate lscb=inadequate",
              "sif 2017-03-13..2017-06-13 overall_effectiveness=requires_improvement"
                  + " help_and_protection=requires_improvement"
                  + " looked_after_and_permanence=requires_improvement"
                  + " adoption=good care_leavers=good leadership_management_governance=good",
              "ilacs 2021-10-11..2021-12-03 overall_effectiveness=requires_improvement"
                  + " impact_of_leaders=requires_improvement"
                  + " help_and_protection=requires_improvement in_care=requires_improvement",
              "send_2016 2022-03-14..2022-05-20 written_statement=required",
              "ilacs 2024-11-18..2025-01-20 overall_effectiveness=inadequate"
                  + " impact_of_leaders=inadequate help_and_protection=inadequate"
                  + " in_care=requires_improvement care_leavers=inadequate");
      assertThat(knowsley.conflicts()).isEmpty();
      assertThat(knowsley.warnings()).isEmpty();
      assertThat(knowsley.inspections().get(1).findings())
          .filteredOn(finding -> finding.kind().equals("weakness"))
          .extracting(Finding::theme)
          .containsExactly(
              "risk assessment",
              "child protection plans",
              "record keeping",
              "management oversight and supervision",
              "thresholds for referral");
    }

    @Test
    void theFollowUpVisitOf2015IsAVisitOfItsOwn() {
      assertThat(ProjectRecords.history("340").merged().visits())
          .extracting(
              visit -> ProjectData.reference().visitTypes().get(visit.type()).key(),
              visit -> String.valueOf(visit.start()))
          .containsExactly(
              tuple("follow-up visit", "2015"),
              tuple("focused visit", "2022-10-11"),
              tuple("focused visit", "2024-01-31"));
    }

    @Test
    void twoInspectionsOfSloughWithinTwoYearsStayTwo() {
      assertThat(ProjectRecords.history("871").merged().inspections())
          .extracting(inspection -> inspection.published().toString())
          // Those of November 2021 and 2025 are of special educational needs.
          .containsExactly(
              "2011-06-01",
              "2014-02-14",
              "2016-02-17",
              "2019-03-04",
              "2021-11-17",
              "2023-03-17",
              "2025-11-06");
    }
  }

  @Nested
  class WhatOnlyOneSays {
    @Test
    void judgementsOfEitherAreTakenOver() {
      assertThat(
              told(
                  merge(
                      "sif 2014-06-30 overall_effectiveness=inadequate",
                      "sif 2014-06-30 lscb=inadequate adoption=good")))
          .containsExactly(
              "sif 2014-06-30 overall_effectiveness=inadequate adoption=good lscb=inadequate");
    }

    @Test
    void datesTextsAndFindingsAreTakenOver() {
      Inspection merged =
          merge(
                  "sif 2014-06-30 overall_effectiveness=inadequate strength=team:stable",
                  "sif 2014-04-29..2014-06-30 end=2014-05-21 type=single report=a"
                      + " strength=team:stable weakness=records:vary",
                  "sif 2014-04-29..2014-06-30 type=re-inspection report=b")
              .inspections()
              .get(0);

      assertThat(merged.start()).hasToString("2014-04-29");
      assertThat(merged.end()).hasToString("2014-05-21");
      assertThat(merged.type()).isEqualTo("single");
      assertThat(merged.report()).isEqualTo("a");
      assertThat(merged.findings())
          .containsExactly(
              new Finding("team", "strength", "stable"),
              new Finding("records", "weakness", "vary"));
      assertThat(merged.lineNumber()).isEqualTo(2);
    }

    @Test
    void theBetterKnownDateIsTakenOver() {
      Inspection merged =
          merge("sif 2017-09..2017", "sif 2017-09-12..2017-11", "sif 2017-09-12..2017-11-20")
              .inspections()
              .get(0);

      assertThat(merged.start()).hasToString("2017-09-12");
      assertThat(merged.published()).hasToString("2017-11-20");
    }

    @Test
    void anAreaIsUnreadOnlyWhenNoneOfTheRecordsCouldBeRead() {
      MergedCouncil merged =
          merge(
              "sif 2014-06-30 overall_effectiveness=? lscb=?",
              "sif 2014-06-30 overall_effectiveness=good");

      int lscb = 6;
      assertThat(merged.inspections())
          .extracting(Inspection::unreadableAreas)
          .containsExactly(1L << lscb);
    }

    @Test
    void everyAreaThatAnyOfTheRecordsCouldBeReadInIsRead() {
      MergedCouncil merged =
          merge(
              "sif 2014-06-30 overall_effectiveness=? adoption=? lscb=?",
              "sif 2014-06-30 adoption=good lscb=inadequate",
              "sif 2014-06-30 overall_effectiveness=good");

      assertThat(merged.inspections()).extracting(Inspection::unreadableAreas).containsExactly(0L);
    }

    @Test
    void theJudgementRemembersWhichRecordItIsFrom() {
      assertThat(
              merge("sif 2014-06-30 adoption=good @0", "sif 2014-06-30 lscb=good @3")
                  .inspections()
                  .get(0)
                  .judgements())
          .extracting(Judgement::area, Judgement::source, Judgement::lineNumber)
          .containsExactly(tuple(3, 0, 1L), tuple(6, 3, 2L));
    }
  }

  @Nested
  class WhatTwoSay {
    @Test
    void equalJudgementsAreNoConflict() {
      MergedCouncil merged =
          merge(
              "slac 2010-03-12 safeguarding=adequate",
              "slac 2010 safeguarding=requires_improvement");

      assertThat(told(merged)).containsExactly("slac 2010-03-12 safeguarding=requires_improvement");
      assertThat(merged.conflicts()).isEmpty();
    }

    @Test
    void theMoreTrustedSourceIsKeptWhereverItStands() {
      List<CouncilRecord> records =
          Records.of(
              "ilacs 2023-07-10..2023-09-04 in_care=requires_improvement @0",
              "ilacs 2023-07-10..2023-09-04 in_care=good @1");

      MergedCouncil merged = MergedCouncil.of(records, List.of(1, 0));

      assertThat(told(merged)).containsExactly("ilacs 2023-07-10..2023-09-04 in_care=good");
      assertThat(merged.conflicts())
          .extracting(conflict -> conflict.kept().source(), conflict -> conflict.other().source())
          .containsExactly(tuple(1, 0));
    }

    @Test
    void ofDifferentOnesThatOfTheFirstSourceIsKept() {
      MergedCouncil merged =
          merge(
              "sif 2014-06-30 overall_effectiveness=good @2",
              "sif 2014-06-30 overall_effectiveness=inadequate @1",
              "sif 2014-06-30 overall_effectiveness=outstanding @3");

      assertThat(told(merged)).containsExactly("sif 2014-06-30 overall_effectiveness=inadequate");
      assertThat(merged.conflicts())
          .extracting(
              conflict -> conflict.kept().rank(),
              conflict -> conflict.kept().source(),
              conflict -> conflict.other().rank(),
              conflict -> conflict.other().source(),
              conflict -> conflict.other().lineNumber())
          .containsExactly(tuple(4, 1, 2, 2, 1L), tuple(4, 1, 1, 3, 3L));
      assertThat(merged.conflicts())
          .allSatisfy(
              conflict -> assertThat(conflict.inspection()).isEqualTo(merged.inspections().get(0)));
    }

    @Test
    void withinASourceTheLaterPublicationIsTheCorrection() {
      for (MergedCouncil merged :
          List.of(
              merge(
                  "ilacs 2024-09-30..2025-01-20 overall_effectiveness=inadequate"
                      + " help_and_protection=inadequate",
                  "ilacs 2024-09-30..2025-02-17 overall_effectiveness=inadequate"
                      + " help_and_protection=requires_improvement"),
              merge(
                  "ilacs 2024-09-30..2025-02-17 overall_effectiveness=inadequate"
                      + " help_and_protection=requires_improvement",
                  "ilacs 2024-09-30..2025-01-20 overall_effectiveness=inadequate"
                      + " help_and_protection=inadequate"))) {

        // Nothing from the future: before the correction nobody could know its grades.
        assertThat(told(merged))
            .containsExactly(
                "ilacs 2024-09-30..2025-02-17 overall_effectiveness=inadequate"
                    + " help_and_protection=requires_improvement");
        assertThat(merged.conflicts())
            .extracting(conflict -> conflict.kept().rank(), conflict -> conflict.other().rank())
            .containsExactly(tuple(3, 4));
        assertThat(merged.warnings())
            .extracting(Warning::type, Warning::field, Warning::value, Warning::message)
            .containsExactly(
                tuple(
                    IssueType.DIFFERENT_DATE,
                    "published_date",
                    "2025-01-20",
                    "another record of the same inspection says 2025-02-17, which is kept"));
      }
    }

    @Test
    void betweenSourcesTheirOrderCountsAndNotThePublication() {
      assertThat(
              told(
                  merge(
                      "ilacs 2024-09-30..2025-02-17 in_care=good @1",
                      "ilacs 2024-09-30..2025-01-20 in_care=inadequate @0")))
          .containsExactly("ilacs 2024-09-30..2025-01-20 in_care=inadequate");
    }

    @Test
    void ofOnePublicationInOneSourceTheLowerGradeIsKept() {
      for (String[] records :
          List.of(
              new String[] {"sif 2014-06-30 lscb=good", "sif 2014-06-30 lscb=inadequate"},
              new String[] {"sif 2014-06-30 lscb=inadequate", "sif 2014-06-30 lscb=good"})) {
        assertThat(told(merge(records))).containsExactly("sif 2014-06-30 lscb=inadequate");
        assertThat(merge(records).conflicts()).hasSize(1);
      }
    }

    @Test
    void aGradeIsKeptBeforeNotJudged() {
      MergedCouncil merged =
          merge("sif 2014-06-30 adoption=not_judged", "sif 2014-06-30 adoption=good");

      assertThat(told(merged)).containsExactly("sif 2014-06-30 adoption=good");
      assertThat(merged.conflicts()).hasSize(1);
    }

    @Test
    void datesTooFarApartMakeTwoInspectionsAndTheDoubtIsAWarning() {
      MergedCouncil merged =
          merge(
              "ilacs 2024-09-30..2024-11-20 in_care=good",
              "ilacs 2024-09-30..2025-02-19 in_care=inadequate");

      assertThat(merged.inspections()).hasSize(2);
      assertThat(merged.conflicts()).isEmpty();
      assertThat(merged.warnings())
          .containsExactly(
              new Warning(
                  0,
                  2,
                  IssueType.DISTANT_DATE,
                  "published_date",
                  "2025-02-19",
                  "another record has the same start_date (2024-09-30) and the published_date"
                      + " 2024-11-20, more than 90 days away, so each counts on its own. If they"
                      + " are one, fix the date that is wrong"));
    }

    @Test
    void differentDatesAreWarnedOfAndTheFirstSourceIsKept() {
      MergedCouncil merged =
          merge(
              "sif 2013-11-19..2014-02-14 lscb=inadequate @0",
              "sif 2013-11-19..2014-02-11 lscb=inadequate @1",
              "sif 2013-11-20..2014-02-14 lscb=inadequate @2");

      assertThat(told(merged)).containsExactly("sif 2013-11-19..2014-02-14 lscb=inadequate");
      assertThat(merged.warnings())
          .containsExactlyInAnyOrder(
              new Warning(
                  1,
                  2,
                  IssueType.DIFFERENT_DATE,
                  "published_date",
                  "2014-02-11",
                  "another record of the same inspection says 2014-02-14, which is kept"),
              new Warning(
                  2,
                  3,
                  IssueType.DIFFERENT_DATE,
                  "start_date",
                  "2013-11-20",
                  "another record of the same inspection says 2013-11-19, which is kept"));
    }

    @Test
    void aReducedDateIsComparedWithTheDateThatIsKept() {
      // The third record makes one of the first two, which name different publications.
      assertThat(
              told(
                  merge(
                      "sif 2014-07-07 lscb=good @1",
                      "sif 2014-04-29..2014-06-30 lscb=good @0",
                      "sif 2014-04-29..2014-07-07 lscb=good @1",
                      "sif 2014-06 lscb=good @0")))
          .containsExactly("sif 2014-04-29..2014-06-30 lscb=good");
    }

    @Test
    void aReducedDateThatMatchesIsNotDifferent() {
      assertThat(
              merge("slac 2010-03-12 safeguarding=good", "slac 2010 safeguarding=good").warnings())
          .isEmpty();
    }

    @Test
    void aReducedDateThatFitsTwoInspectionsStandsAloneAndIsWarnedOf() {
      MergedCouncil merged =
          merge(
              "slac 2010-03-12 safeguarding=good",
              "slac 2010-11-26 safeguarding=good",
              "slac 2010 safeguarding=inadequate @1");

      assertThat(told(merged))
          .containsExactly(
              "slac 2010-03-12 safeguarding=good",
              "slac 2010-11-26 safeguarding=good",
              "slac 2010 safeguarding=inadequate");
      assertThat(merged.conflicts()).isEmpty();
      assertThat(merged.warnings())
          .containsExactly(
              new Warning(
                  1,
                  3,
                  IssueType.AMBIGUOUS_DATE,
                  "published_date",
                  "2010",
                  "more than one other record fits this date, so this record is kept on its own"));
    }

    @Test
    void inspectionsOfOneDayUnderTwoFrameworksAreTwo() {
      assertThat(
              told(merge("sif 2015-08-03 lscb=good", "lscb 2015-08-03 lscb=requires_improvement")))
          .containsExactlyInAnyOrder(
              "sif 2015-08-03 lscb=good", "lscb 2015-08-03 lscb=requires_improvement");
    }
  }

  @Nested
  class Visits {
    private List<String> told(String... records) {
      return merge(records).visits().stream()
          .map(visit -> visit.start() + " " + visit.theme())
          .toList();
    }

    @Test
    void ofOneDayAndThemeAreOne() {
      assertThat(told("focused 2022-10-11 theme=front_door", "focused 2022 theme=FRONT_DOOR"))
          .containsExactly("2022-10-11 front door");
    }

    @Test
    void ofOneDayThatNameDifferentThemesAreDifferent() {
      assertThat(
              told("focused 2022-10-11 theme=front_door", "focused 2022-10-11 theme=care_leavers"))
          .containsExactly("2022-10-11 care leavers", "2022-10-11 front door");
    }

    @Test
    void withoutAThemeJoinTheOneOfThatDay() {
      assertThat(told("focused 2022-10-11", "focused 2022-10-11 theme=front_door"))
          .containsExactly("2022-10-11 front door");
    }

    @Test
    void ofTwoKindsAreTwo() {
      assertThat(told("focused 2022-10-11", "monitoring 2022-10-11")).hasSize(2);
    }

    @Test
    void takeOverWhatOnlyOneSays() {
      Visit visit =
          merge(
                  "focused 2022-10-11 strength=team:stable",
                  "focused 2022-10-11..2022-11-20 theme=front_door report=a weakness=records:vary")
              .visits()
              .get(0);

      assertThat(visit.published()).hasToString("2022-11-20");
      assertThat(visit.report()).isEqualTo("a");
      assertThat(visit.theme()).isEqualTo("front door");
      assertThat(visit.findings())
          .containsExactly(
              new Finding("records", "weakness", "vary"),
              new Finding("team", "strength", "stable"));
    }

    @Test
    void whoseReducedDateFitsTwoStandAlone() {
      MergedCouncil merged = merge("focused 2022-10-11", "focused 2022-12-01", "focused 2022");

      assertThat(merged.visits()).hasSize(3);
      assertThat(merged.warnings())
          .extracting(Warning::lineNumber, Warning::type, Warning::field, Warning::value)
          .containsExactly(tuple(3L, IssueType.AMBIGUOUS_DATE, "start_date", "2022"));
    }
  }

  @Nested
  class Counts {
    private Map<Integer, MergeCounts> mergeCounts(String... records) {
      return merge(records).mergeCounts();
    }

    @Test
    void aRecordThatSaysNothingNewIsADuplicate() {
      assertThat(
              mergeCounts(
                  "slac 2010-03-12 safeguarding=good looked_after=good @0",
                  "slac 2010 safeguarding=good @1"))
          .containsExactly(
              Map.entry(0, new MergeCounts(1, 0, 2, 0, 0)),
              Map.entry(1, new MergeCounts(0, 1, 0, 0, 1)));
    }

    @Test
    void aRecordWithAJudgementOfItsOwnIsAccepted() {
      assertThat(
              mergeCounts(
                  "slac 2010-03-12 safeguarding=good @0",
                  "slac 2010 safeguarding=good looked_after=not_judged @1"))
          .containsExactly(
              Map.entry(0, new MergeCounts(1, 0, 1, 0, 0)),
              Map.entry(1, new MergeCounts(1, 0, 0, 1, 1)));
    }

    @Test
    void aJudgementThatDiffersIsCountedAsOneSaidBefore() {
      assertThat(mergeCounts("sif 2014-06-30 lscb=good @0", "sif 2014-06-30 lscb=inadequate @1"))
          .containsExactly(
              Map.entry(0, new MergeCounts(1, 0, 1, 0, 0)),
              Map.entry(1, new MergeCounts(0, 1, 0, 0, 1)));
    }

    @Test
    void visitsHaveNoJudgements() {
      assertThat(
              mergeCounts("focused 2022-10-11 @0", "focused 2022 @0", "monitoring 2022-10-11 @1"))
          .containsExactly(
              Map.entry(0, new MergeCounts(1, 1, 0, 0, 0)),
              Map.entry(1, new MergeCounts(1, 0, 0, 0, 0)));
    }

    @Test
    void ofNoRecordsThereIsNone() {
      assertThat(mergeCounts()).isEmpty();
    }
  }

  @Nested
  class Order {
    @Test
    void inspectionsFollowTheirPublicationThenTheirStart() {
      assertThat(
              told(
                  merge(
                      "ilacs 2021-10-11..2021-12-03",
                      "sif 2017-03-13..2017-06-13",
                      "tlac 2013-08-02",
                      "cpi 2013-08-02",
                      "lscb 2017-03-01..2017-06-13",
                      "slac 2010",
                      "sif 2014-06-30")))
          .containsExactly(
              "slac 2010",
              "cpi 2013-08-02",
              "tlac 2013-08-02",
              "sif 2014-06-30",
              "lscb 2017-03-01..2017-06-13",
              "sif 2017-03-13..2017-06-13",
              "ilacs 2021-10-11..2021-12-03");
    }

    @Test
    void anUnknownStartGoesFirst() {
      assertThat(told(merge("lscb 2017-03-01..2017-06-13", "sif 2017-06-13")))
          .containsExactly("sif 2017-06-13", "lscb 2017-03-01..2017-06-13");
    }
  }
}
