package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.gradeline.statistics.Histories.ALL;
import static org.gradeline.statistics.Histories.BRENT;
import static org.gradeline.statistics.Histories.KNOWSLEY;
import static org.gradeline.statistics.Histories.NORTHAMPTONSHIRE;
import static org.gradeline.statistics.Histories.REFERENCE;
import static org.gradeline.statistics.Histories.asAt;
import static org.gradeline.statistics.Histories.counted;
import static org.gradeline.statistics.Histories.history;

import java.util.Map;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.reference.ReportingDate;
import org.gradeline.statistics.KaplanMeier.Exits;
import org.gradeline.statistics.WaitingTally.Waiting;
import org.junit.jupiter.api.Test;

/**
 * Who waits for an inspection, and how long others waited. Days were counted by hand from the dates
 * of Ofsted's reports.
 */
class WaitingTallyTest {
  private static final ReportingDate NOW = asAt("2026-06-18");
  private static final Exits INSPECTED = new Exits(1, 0);
  private static final Exits CENSORED = new Exits(0, 1);

  private static WaitingTally tally(CouncilHistory... councils) {
    return counted(new WaitingTally(REFERENCE, NOW), councils);
  }

  private static Map<Long, Exits> exits(WaitingTally tally, int lowestRank) {
    return tally.exits(
        new Waiting(0, 0, null, Histories.date("2026-01-01"), "childrens_services", lowestRank));
  }

  @Test
  void aCouncilWaitsSinceItsLastFullInspection() {
    assertThat(tally(KNOWSLEY).waiting())
        .extracting(
            waiting -> String.valueOf(waiting.lastStart()),
            waiting -> waiting.lastPublished().toString(),
            Waiting::lowestRank)
        .containsExactly(tuple("2024-11-18", "2025-01-20", 4));
  }

  @Test
  void itsLowestGradeIsOfTheRatingsThatAreInForce() {
    // The overall judgement of 2023 is no longer in force, and the inspection of 2026 had a good
    // area.
    assertThat(tally(BRENT).waiting())
        .extracting(waiting -> waiting.lastPublished().toString(), Waiting::lowestRank)
        .containsExactly(tuple("2026-06-17", 2));
  }

  @Test
  void aCouncilThatClosedWaitsForNothing() {
    assertThat(tally(NORTHAMPTONSHIRE).waiting()).isEmpty();
  }

  @Test
  void waitsRunFromPublicationToTheNextStart() {
    WaitingTally tally = tally(ALL.toArray(CouncilHistory[]::new));

    // Knowsley: 3 December 2021 to 18 November 2024. Sandwell: 5 July 2022 to 13 October 2025.
    assertThat(exits(tally, 3)).isEqualTo(Map.of(1081L, INSPECTED, 1196L, INSPECTED));
    // Herefordshire: 21 September 2022 to 10 November 2025. Knowsley: since 20 January 2025.
    assertThat(exits(tally, 4)).isEqualTo(Map.of(1146L, INSPECTED, 514L, CENSORED));
    // Brent: 11 April 2023 to 27 April 2026, and since 17 June 2026. The others still wait.
    assertThat(exits(tally, 2))
        .isEqualTo(
            Map.of(
                1112L, INSPECTED,
                1L, CENSORED,
                157L, CENSORED,
                198L, CENSORED,
                800L, CENSORED,
                1157L, CENSORED));
  }

  @Test
  void inspectionsPublishedBefore2021DoNotCount() {
    WaitingTally tally =
        tally(
            history(
                "340",
                "ilacs 2020-09-01 2020-12-31 overall_effectiveness=good",
                "ilacs 2023-09-04 2023-11-01 overall_effectiveness=good"));

    assertThat(exits(tally, 2)).containsOnlyKeys(960L);
  }

  @Test
  void anInspectionIsKnownByTheLowestOfItsOwnGrades() {
    WaitingTally tally =
        tally(
            history(
                "340",
                "ilacs 2021-03-01 2021-04-01 overall_effectiveness=good in_care=inadequate"));

    assertThat(exits(tally, 4).values()).containsExactly(CENSORED);
    assertThat(exits(tally, 2)).isEmpty();
  }

  @Test
  void theCouncilsClosingEndsTheWatch() {
    WaitingTally tally =
        tally(history("909", "ilacs 2022-09-20 2022-11-15 overall_effectiveness=good"));

    // Cumbria closed on 1 April 2023.
    assertThat(exits(tally, 2)).isEqualTo(Map.of(137L, CENSORED));
  }

  @Test
  void withoutAStartTheNextInspectionCountsFromItsPublication() {
    WaitingTally tally =
        tally(
            history(
                "340",
                "ilacs 2021-03-01 2021-04-01 overall_effectiveness=good",
                "ilacs - 2024-04-01 overall_effectiveness=good"));

    assertThat(exits(tally, 2)).containsEntry(1096L, INSPECTED);
  }

  @Test
  void aWaitWhoseDaysAreNotKnownIsLeftOut() {
    WaitingTally tally =
        tally(
            history(
                "340",
                "ilacs 2021-03-01 2021-04 overall_effectiveness=good",
                "ilacs 2024-02 2024-04-01 overall_effectiveness=good"));

    // That of the second inspection alone: 1 April 2024 to 18 June 2026.
    assertThat(exits(tally, 2)).isEqualTo(Map.of(808L, CENSORED));
  }

  @Test
  void anInspectionOfAnotherSchemeIsNotTheNextOne() {
    WaitingTally tally =
        tally(
            history(
                "340",
                "ilacs 2021-03-01 2021-04-01 overall_effectiveness=good",
                "send_2023 2024-01-08 2024-03-01 experiences_and_outcomes=inconsistent"));

    assertThat(exits(tally, 2).values()).containsExactly(CENSORED);
    assertThat(tally.waiting()).extracting(Waiting::scheme).containsExactly(0, 1);
  }
}
